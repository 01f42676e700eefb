import type { PassVerdict } from '../width/paper-choices.ts';
import type { WorstCase } from '../width/worst-case.ts';
export declare function worstCaseText(found: WorstCase): string;
/** Whether a width is enough in a pass. */
export declare function verdictText({ pass, layers, overflowing, widest }: PassVerdict, width: number): string;
