/** The arithmetics that are compared, and the hardware units that an energy is known for (paper Tab. 4). */
export declare const ARITHMETICS: readonly ["fp32", "fp8", "int8", "mls"];
export type Arithmetic = (typeof ARITHMETICS)[number];
export declare const ARITHMETIC_TITLES: Readonly<Record<Arithmetic, string>>;
export declare const UNITS: readonly ["mul", "localAcc", "groupScale", "treeAdd"];
export type Unit = (typeof UNITS)[number];
export declare const UNIT_TITLES: Readonly<Record<Unit, string>>;
/** The units that an arithmetic's convolutions use. Only MLS scales groups. */
export declare const UNITS_OF: Readonly<Record<Arithmetic, readonly Unit[]>>;
