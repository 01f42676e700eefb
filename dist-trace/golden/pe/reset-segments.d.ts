import { type PeParameters } from './parameters.ts';
import { type Segment } from './segment.ts';
export declare function resetSegments(p: PeParameters, times: (outputs: number) => number): Segment[];
