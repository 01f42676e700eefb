/** The paper's own setting: Tab. 4's costs, the convention of its figures, one image. */
import { networkNamed } from "../../networks/networks.js";
import { ARITHMETICS } from "../arithmetic.js";
import { conventionNamed } from "../convention.js";
import { energyReport } from "../report.js";
import { paperTable } from "../tables/tables.js";
/** A built-in network as the paper counts it. */
export function published(name) {
    const network = networkNamed(name);
    return energyReport({
        topology: network.topology(network.inputSize),
        inputSize: network.inputSize,
        workload: 'training',
        convention: conventionNamed('published'),
        batch: 1,
        arithmetics: ARITHMETICS,
        tables: [paperTable],
        int8Tree: 'int8',
        memory: false,
    });
}
/** An arithmetic's energy in it. */
export function energyIn({ tables: [{ arithmetics }] }, name) {
    const found = arithmetics.find(({ arithmetic }) => arithmetic === name);
    if (found === undefined)
        throw new TypeError(`report: expected ${name}, found none`);
    return found;
}
//# sourceMappingURL=published-run.js.map