/** The datapaths that are built in. */
import type { DatapathDescription } from './datapath.ts';
export declare const DATAPATHS: readonly DatapathDescription[];
