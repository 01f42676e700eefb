import type { WidthFlags } from './width-options.ts';
export declare function runWeights(path: string, flags: WidthFlags): Promise<void>;
