import type { EnergyReport } from '../energy/report.ts';
/** @param layers whether to print a line for each layer */
export declare function energyText(report: EnergyReport, layers: boolean): string;
