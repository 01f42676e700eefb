/** The operands of an element on typed arrays: where each lane of a chunk reads its pairs. */
import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
/** What all elements of an array share: decoded operands and tables. */
export interface SharedOperands {
    readonly conv: Convolution;
    readonly form: IntegerForm;
    readonly x: Operand;
    readonly y: Operand;
    readonly xIntegers: Int32Array;
    readonly yIntegers: Int32Array;
    readonly planeElements: number;
    /** Neighbouring groups lie so many planes apart, the same for all outputs. */
    readonly xPlaneStep: number;
    readonly yPlaneStep: number;
    readonly outputBases: Int32Array;
    readonly tapOffsets: Int32Array;
    /** The group scaler by pair of scale codes, found when first needed: multiplier 0 stands for not yet known. */
    readonly multipliers: Uint8Array;
    readonly lsbs: Int32Array;
    readonly yScaleBits: number;
    /** Whether no sum of these operands can leave the accumulator. */
    readonly neverOverflows: boolean;
}
/** Decodes the operands. Needs integers of at most 32 bits. */
export declare function shareOperands(conv: Convolution, form: IntegerForm, x: Operand, y: Operand, xScaleBits: number, yScaleBits: number): SharedOperands;
/** What the lanes of a chunk read: the same for all outputs of a plane. */
export declare class ChunkLanes {
    /** Lanes that have a group. */
    count: number;
    readonly xBases: Int32Array;
    readonly yBases: Int32Array;
    readonly xScales: Uint32Array;
    readonly yScales: Uint32Array;
    /** The group scaler of each lane: q = sum x multiplier, of weight 2^lsb; their value is sum x factor. */
    readonly multipliers: Float64Array;
    readonly lsbs: Int32Array;
    readonly factors: Float64Array;
    /** The planes of the first lane that the rest was made for. */
    xPlane: number;
    yPlane: number;
    constructor(lanes: number);
}
/** The operands of one element: pair k of a lane is xIntegers[xBases + k] and yIntegers[yBases + base + tapOffsets[k]]. */
export declare class FastOperands {
    readonly xIntegers: Int32Array;
    readonly yIntegers: Int32Array;
    readonly tapOffsets: Int32Array;
    readonly multipliers: Uint8Array;
    readonly lsbs: Int32Array;
    readonly neverOverflows: boolean;
    /** The current chunk. */
    lanes: ChunkLanes;
    /** The current output's place in a padded plane. */
    base: number;
    private readonly chunks;
    private readonly shared;
    private readonly treeWidth;
    constructor(shared: SharedOperands, treeWidth: number);
    /** Points the lanes at a chunk; what it shares with the outputs before is kept. @param output row-major output index */
    select(output: number, chunk: number): void;
    private fill;
    /** The index in `multipliers` and `lsbs` of a pair of scale codes. */
    scaler(xScale: number, yScale: number): number;
}
