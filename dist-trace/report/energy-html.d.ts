/** An energy report as one page that needs nothing else: no network, no script. */
import type { EnergyReport } from '../energy/report.ts';
/** How the page came about. */
export interface Origin {
    /** The command line that writes it. */
    readonly command: string;
    /** Of mlsim. */
    readonly version: string;
}
export declare function energyHtml(report: EnergyReport, origin: Origin): string;
