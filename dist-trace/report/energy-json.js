/** What `mlsim energy --json` prints: plain data with bigints where a count or an energy may pass 2^53. */
import { CHARGE_PASSES, ROWS } from "../energy/charges.js";
/** @param layers whether each layer and residual addition stands in it too */
export function energyJson({ request, counts, tables, findings, memory }, layers) {
    const { topology, inputSize, workload, convention, batch, int8Tree } = request;
    const [first] = tables;
    return {
        network: topology.name,
        inputSize,
        workload,
        convention: convention.name,
        conventionTitle: convention.title,
        batch,
        int8Tree,
        counts,
        ...tableJson(first),
        ...(tables.length > 1 ? { tables: tables.map(tableJson) } : {}),
        ...(layers ? { layers: layersJson(first, topology.layers) } : {}),
        findings,
        ...(memory === undefined ? {} : { memory: memoryJson(memory) }),
    };
}
function tableJson({ table, arithmetics, ratios }) {
    return {
        table,
        energy_fJ: Object.fromEntries(arithmetics.map((energy) => [energy.arithmetic, arithmeticJson(energy)])),
        ratios: Object.fromEntries(ratios.map(({ name, numerator, denominator }) => [name, Number(numerator) / Number(denominator)])),
    };
}
function arithmeticJson({ total, rows, passes, notInSum }) {
    const left = ROWS.filter((row) => notInSum[row] > 0n);
    return { total, rows, passes, notInSum: Object.fromEntries(left.map((row) => [row, notInSum[row]])) };
}
function layersJson({ arithmetics }, layers) {
    return arithmetics[0].places.map(({ place }, i) => ({
        name: place,
        ...(i < layers.length ? layers[i] : { kind: 'addition' }),
        energy_fJ: Object.fromEntries(arithmetics.map(({ arithmetic, places }) => {
            const { total, rows, passes } = places[i];
            return [arithmetic, { total, rows: nonZero(ROWS, rows), passes: nonZero(CHARGE_PASSES, passes) }];
        })),
    }));
}
function nonZero(keys, energies) {
    return Object.fromEntries(keys.filter((key) => energies[key] > 0n).map((key) => [key, energies[key]]));
}
function memoryJson({ source, assumptions, accessBits, arithmetics }) {
    const of = arithmetics.map(({ arithmetic, words, bytes, dramLow, dramHigh, sram }) => [
        arithmetic,
        { words, bytes, dram_fJ: { low: dramLow, high: dramHigh }, sram_fJ: sram },
    ]);
    const byArithmetic = Object.fromEntries(of);
    return { source, assumptions, accessBits, inTotals: false, arithmetics: byArithmetic };
}
//# sourceMappingURL=energy-json.js.map