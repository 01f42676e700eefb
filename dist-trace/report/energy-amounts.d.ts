/** A unit of energy. */
export interface EnergyUnit {
    readonly name: string;
    /** In fJ. */
    readonly size: bigint;
}
/** The unit in which the largest of the energies has three to five digits before the point. */
export declare function unitFor(energies: readonly bigint[]): EnergyUnit;
/** An energy in a unit, without its name: 16 826.15. */
export declare function amountText(energy_fJ: bigint, { size }: EnergyUnit, decimals?: number): string;
/** A quotient with two decimals: 9.73. */
export declare function ratioText(numerator: bigint, denominator: bigint): string;
/** A share in percent with one decimal: 77.2 %. */
export declare function shareText(part: bigint, whole: bigint): string;
