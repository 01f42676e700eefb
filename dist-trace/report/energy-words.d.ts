/** What energy reports call things, on the terminal and on the page. */
import type { Arithmetic } from '../energy/arithmetic.ts';
import type { ChargePass, Row } from '../energy/charges.ts';
import type { EnergyReport, EnergyRequest } from '../energy/report.ts';
import type { TopologyLayer } from '../networks/topology.ts';
import { type EnergyUnit } from './energy-amounts.ts';
export declare const CHARGE_PASS_TITLES: Readonly<Record<ChargePass, string>>;
/** Titles of rows for a narrow place. */
export declare const SHORT_ROW_TITLES: Readonly<Record<Row, string>>;
/** An arithmetic's name in a sentence. */
export declare function prose(arithmetic: Arithmetic): string;
/** A unit's name with its prefix as it is printed. */
export declare function unitText({ name }: EnergyUnit): string;
/** `1 729.86 µJ`, which no line break divides. */
export declare function energyText(energy_fJ: bigint, unit: EnergyUnit): string;
/** An integer in groups of three digits: 1 234 567. */
export declare function thousands(value: number | bigint): string;
export declare function workloadText({ workload, batch }: EnergyRequest): string;
/** `64x56x56 to 128x28x28, 3x3`. */
export declare function layerText(layer: TopologyLayer): string;
/** `3x3`, `3x3 depthwise`, `3x3 in 4 channel groups`. */
export declare function kernelText({ kernel, groups, ci }: TopologyLayer): string;
/** What a place is: its layer, or a residual addition. */
export declare function placeText({ request }: EnergyReport, position: number): string;
