/** Exact energies as people read them. */
import { fixedDecimal } from "../energy/decimal.js";
const UNITS = [
    { name: 'fJ', size: 1n },
    { name: 'pJ', size: 10n ** 3n },
    { name: 'nJ', size: 10n ** 6n },
    { name: 'uJ', size: 10n ** 9n },
    { name: 'mJ', size: 10n ** 12n },
    { name: 'J', size: 10n ** 15n },
    { name: 'kJ', size: 10n ** 18n },
];
/** The unit in which the largest of the energies has three to five digits before the point. */
export function unitFor(energies) {
    const largest = energies.reduce((most, energy) => (energy > most ? energy : most), 0n);
    return UNITS.findLast(({ size }) => largest >= 100n * size) ?? UNITS[0];
}
/** An energy in a unit, without its name: 16 826.15. */
export function amountText(energy_fJ, { size }, decimals = 2) {
    const [whole, fraction] = fixedDecimal(energy_fJ, size, size === 1n ? 0 : decimals).split('.');
    const thin = whole.replaceAll(/\B(?=(\d{3})+$)/g, ' ');
    return fraction === undefined ? thin : `${thin}.${fraction}`;
}
/** A quotient with two decimals: 9.73. */
export function ratioText(numerator, denominator) {
    return denominator === 0n ? '-' : fixedDecimal(numerator, denominator, 2);
}
/** A share in percent with one decimal: 77.2 %. */
export function shareText(part, whole) {
    return whole === 0n ? '-' : `${fixedDecimal(100n * part, whole, 1)} %`;
}
//# sourceMappingURL=energy-amounts.js.map