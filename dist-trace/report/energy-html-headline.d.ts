import type { EnergyReport, Ratio, TableEnergy } from '../energy/report.ts';
import { type Markup } from './markup.ts';
/** Of an arithmetic that is compared with MLS. */
type Verdict = 'wins' | 'loses' | 'equals';
/** How MLS does against the numerator's arithmetic. */
export declare function verdictOf({ numerator, denominator }: Ratio): Verdict;
/** One sentence: what MLS takes less energy than, and what it takes more than. */
export declare function answer({ arithmetics, ratios }: TableEnergy): string;
/** A tile for each ratio. */
export declare function tiles({ arithmetics, ratios }: TableEnergy): Markup;
export declare function findingsList({ findings }: EnergyReport): Markup;
export {};
