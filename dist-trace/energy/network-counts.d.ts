/** The counts of a whole network. */
import type { Topology } from '../networks/topology.ts';
import { type AdditionCounts, type ElementCounts, type LayerCounts, type Scope } from './counts.ts';
export interface NetworkCounts extends LayerCounts {
    /** `mul` is made in MLS alone. */
    readonly ewAdd: ElementCounts & {
        readonly forward: bigint;
        readonly backward: bigint;
    };
}
export declare function networkCounts({ layers, additions }: Topology, scope: Scope): NetworkCounts;
export declare function sumCounts(layers: readonly LayerCounts[], additions: readonly AdditionCounts[]): NetworkCounts;
