/** Every charge of a report as comma-separated values (RFC 4180): count x cost is the energy, and those in the sum add up to the totals. */
import type { EnergyReport } from '../energy/report.ts';
export declare function energyCsv({ request, tables }: EnergyReport): string;
