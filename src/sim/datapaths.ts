/** The datapaths that are built in. */
import type { DatapathDescription } from './datapath.ts';
import { mlsDescription } from './mls-datapath.ts';

export const DATAPATHS: readonly DatapathDescription[] = [mlsDescription];
