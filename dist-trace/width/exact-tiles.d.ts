import type { Convolution } from '../sim/convolution.ts';
import type { Datapath } from '../sim/datapath.ts';
import type { Operand } from '../sim/operand.ts';
import type { ScaledSum } from '../units/group-scaler.ts';
import type { Tile } from './tile.ts';
/** The outputs of a pass, one by one. */
export declare function exactTiles(conv: Convolution, datapath: Datapath<bigint, bigint, ScaledSum>, x: Operand, y: Operand): Generator<Tile>;
/** The sum of products, and its lowest and highest value on the way. */
export declare function trackedSum(products: readonly bigint[]): {
    readonly sum: bigint;
    readonly low: bigint;
    readonly high: bigint;
};
