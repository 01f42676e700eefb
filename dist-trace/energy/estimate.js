import { additionCharges, CHARGE_PASSES, layerCharges, ROWS } from "./charges.js";
import { cost } from "./cost-table.js";
/** @throws InputError for a cost that is needed and missing, or a kernel that doesn't fit its input */
export function estimate({ layers, additions }, scope, table, arithmetic) {
    const byPlace = [
        ...layers.map((layer) => ({ place: layer.name, charges: priced(layerCharges(layer, scope, arithmetic), table) })),
        ...additions.map((addition) => ({ place: addition.name, charges: priced(additionCharges(addition, scope, arithmetic), table) })),
    ];
    const charges = byPlace.flatMap((one) => one.charges);
    const places = byPlace.map((one) => {
        const summed = inSum(one.charges);
        return { place: one.place, total: total(summed), passes: byPass(summed), rows: byRow(summed) };
    });
    const summed = inSum(charges);
    return {
        arithmetic,
        total: total(summed),
        rows: byRow(summed),
        passes: byPass(summed),
        notInSum: byRow(charges.filter((charge) => !charge.inSum)),
        places,
        charges,
    };
}
function priced(charges, table) {
    return charges.map((charge) => {
        const cost_fJ = cost(table, charge.cell.arithmetic, charge.cell.unit);
        return { ...charge, cost_fJ, energy_fJ: charge.count * cost_fJ };
    });
}
function inSum(charges) {
    return charges.filter((charge) => charge.inSum);
}
function total(charges) {
    return charges.reduce((sum, { energy_fJ }) => sum + energy_fJ, 0n);
}
function byRow(charges) {
    return sums(ROWS, charges, ({ row }) => row);
}
function byPass(charges) {
    return sums(CHARGE_PASSES, charges, ({ pass }) => pass);
}
/** The energies under each key, 0 where nothing is. */
function sums(keys, charges, keyOf) {
    const found = Object.fromEntries(keys.map((key) => [key, 0n]));
    for (const charge of charges)
        found[keyOf(charge)] += charge.energy_fJ;
    return found;
}
//# sourceMappingURL=estimate.js.map