import { withInt8Tree } from "./cost-table.js";
import { estimate } from "./estimate.js";
import { findings } from "./findings.js";
import { memoryTraffic } from "./memory.js";
import { networkCounts } from "./network-counts.js";
/** @throws InputError for a cost that is needed and missing, or a kernel that doesn't fit its input */
export function energyReport(request) {
    const { topology, arithmetics, int8Tree } = request;
    const underTable = (given) => {
        const table = withInt8Tree(given, int8Tree);
        const energies = arithmetics.map((arithmetic) => estimate(topology, request, table, arithmetic));
        return { table, arithmetics: energies, ratios: ratios(energies) };
    };
    const [first, ...others] = request.tables;
    const tables = [underTable(first), ...others.map(underTable)];
    return {
        request,
        counts: networkCounts(topology, request),
        tables,
        findings: findings(request, tables),
        memory: request.memory ? memoryTraffic(request) : undefined,
    };
}
function ratios(energies) {
    const mls = energies.find(({ arithmetic }) => arithmetic === 'mls');
    if (mls === undefined || mls.total === 0n)
        return [];
    return energies
        .filter((energy) => energy !== mls)
        .map(({ arithmetic, total }) => ({ name: `${arithmetic}/mls`, arithmetic, numerator: total, denominator: mls.total }));
}
//# sourceMappingURL=report.js.map