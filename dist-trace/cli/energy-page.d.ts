/** What `mlsim energy --html` and `--svg` write. */
import type { Command } from 'commander';
import type { EnergyReport } from '../energy/report.ts';
export interface PageFlags {
    readonly html?: string;
    readonly svg?: string;
}
/**
 * Opens the files, so that a place that can't be written is found before any work.
 * @returns what writes the report to them @throws InputError
 */
export declare function openPages({ html, svg }: PageFlags, command: Command): (report: EnergyReport) => Promise<void>;
/** The command line that a POSIX shell splits into these arguments again. */
export declare function commandLine(args: readonly string[]): string;
