import { equation9, ranges } from "./ratios.js";
import { table1 } from "./table1.js";
import { table5 } from "./table5.js";
export function reproduce() {
    return judged([...table1(), ...table5(), ...equation9(), ...ranges()]);
}
export function judged(cells) {
    return { cells, reproduced: cells.every(({ verdict }) => verdict !== 'different') };
}
//# sourceMappingURL=reproduce.js.map