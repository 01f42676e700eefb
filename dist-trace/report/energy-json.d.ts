import type { EnergyReport } from '../energy/report.ts';
/** @param layers whether each layer and residual addition stands in it too */
export declare function energyJson({ request, counts, tables, findings, memory }: EnergyReport, layers: boolean): object;
