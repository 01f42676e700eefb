import type { WidthFlags } from './width-options.ts';
export declare function runData(xPath: string, yPath: string, flags: WidthFlags): Promise<void>;
