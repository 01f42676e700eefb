/** A table of what one operation costs, in femtojoules: integers, so that every energy is exact. */
import { InputError } from "../bits/check.js";
import { UNIT_TITLES } from "./arithmetic.js";
/** The name of a cell: what an error about it says, and where it stands in a file. */
export function costName(arithmetic, unit) {
    return `arithmetics.${arithmetic}.costs_fJ.${unit}`;
}
/** A cost, in fJ. @throws InputError where the table has none: a missing figure is never zero */
export function cost(table, arithmetic, unit) {
    const value = table.arithmetics[arithmetic]?.costs_fJ[unit];
    if (value === undefined || value === null) {
        throw new InputError(`table ${table.name}: expected a cost in ${costName(arithmetic, unit)} (${arithmetic} ${UNIT_TITLES[unit]}), found none (--arithmetics leaves an arithmetic out)`);
    }
    return BigInt(value);
}
/** What int8's adder tree adds with: 65 fJ integers are an assumption, since the paper's Tab. 4 has no entry. */
export const INT8_TREES = ['int8', 'fp32'];
/** The table with int8's tree additions at the cost of binary32 ones. @throws InputError where it has none */
export function withInt8Tree(table, tree) {
    const { int8 } = table.arithmetics;
    if (tree === 'int8' || int8 === undefined)
        return table;
    const treeAdd = Number(cost(table, 'fp32', 'treeAdd'));
    const changed = { ...int8, note: 'tree additions in binary32', costs_fJ: { ...int8.costs_fJ, treeAdd } };
    return { ...table, arithmetics: { ...table.arithmetics, int8: changed } };
}
//# sourceMappingURL=cost-table.js.map