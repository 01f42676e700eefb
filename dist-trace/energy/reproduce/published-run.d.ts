import { type Arithmetic } from '../arithmetic.ts';
import type { ArithmeticEnergy } from '../estimate.ts';
import { type EnergyReport } from '../report.ts';
/** A built-in network as the paper counts it. */
export declare function published(name: string): EnergyReport;
/** An arithmetic's energy in it. */
export declare function energyIn({ tables: [{ arithmetics }] }: EnergyReport, name: Arithmetic): ArithmeticEnergy;
