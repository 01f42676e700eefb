/**
 * A datapath: what happens between two element codes and a binary32 output, as data (`DatapathDescription`) and as functions
 * (`Datapath`). The engines know only this; each number format brings its own.
 */
import type { SubnormalPolicy } from '../bits/binary32.ts';
/** An inclusive range of an integer parameter, with its default. */
export interface ParameterRange {
    readonly low: number;
    readonly high: number;
    readonly default: number;
}
/** What a datapath is made of. Everything that the command line lists, checks or takes a default from stands here. */
export interface DatapathDescription {
    readonly name: string;
    readonly title: string;
    /** Where the datapath is defined. */
    readonly source: string;
    readonly operand: {
        readonly element: string;
        readonly exponentBits: ParameterRange;
        readonly mantissaBits: ParameterRange;
    };
    readonly product: string;
    readonly localAccumulation: {
        readonly kind: string;
        readonly width: ParameterRange;
        readonly overflow: readonly string[];
    };
    readonly groupScale: {
        readonly kind: string;
        readonly exponentBits: ParameterRange;
        readonly mantissaBits: ParameterRange;
    };
    readonly tree: {
        readonly format: string;
        readonly width: ParameterRange;
    };
    readonly tensorScale: string;
}
/** A group's partial sum with its sticky overflow flag. */
export interface Accumulation<Sum> {
    readonly sum: Sum;
    readonly overflow: boolean;
}
/** A value of a register as a signed integer of a stated width: what a trace shows and a toggle count compares. */
export interface WordField<T> {
    readonly name: string;
    /** In bits. */
    readonly width: number;
    /** The value, in [-2^(width-1), 2^(width-1)). */
    word(value: T): bigint;
}
/**
 * The stages of a datapath, each the function of a hardware block. Words between the converter and the output are binary32 patterns.
 */
export interface Datapath<Product, Sum, Scaled = unknown> {
    readonly name: string;
    /** Two element codes to their product. */
    multiply(x: number, y: number): Product;
    /** One step of the local accumulator; `first` loads. */
    accumulate(old: Accumulation<Sum>, product: Product, first: boolean): Accumulation<Sum>;
    /** What the accumulator holds before a group. */
    readonly empty: Accumulation<Sum>;
    /** A group's sum and the operands' scale codes to the scaled sum. */
    scaleGroup(sum: Sum, xScale: number, yScale: number): Scaled;
    /** A scaled sum to an input of the adder tree. */
    convert(scaled: Scaled): number;
    /** One adder of the tree, and the running sum's. */
    add(a: number, b: number): number;
    /** T, the lanes of the tree. */
    readonly treeWidth: number;
    /** Group terms in index order to their sum. */
    addTerms(terms: readonly number[]): number;
    /** S_z from the patterns of both tensor scales. */
    outputScale(xTensorScale: number, yTensorScale: number): number;
    /** A sum to the output, given S_z. */
    applyOutputScale(sum: number, outputScale: number): number;
    /** How many tensor-scale multiplications `applyOutputScale` makes for an output. */
    readonly tensorScaleMultiplications: 0 | 1;
    /** The words of the integer registers. */
    readonly words: {
        readonly product: WordField<Product>;
        readonly sum: WordField<Sum>;
        /** What a scaled sum consists of. */
        readonly scaled: readonly (WordField<Scaled> & {
            readonly initial: Scaled;
        })[];
        /** Widths of the scale codes. */
        readonly xScaleBits: number;
        readonly yScaleBits: number;
    };
    /** Present where products and sums are integers: lets an engine on typed arrays compute the same bits. */
    readonly integerForm?: IntegerForm;
}
/** A datapath whose products and local sums are integers, and whose adder tree is binary32. */
export interface IntegerForm {
    /** The signed integer of each element code, indexed by code. */
    readonly xIntegers: Float64Array;
    readonly yIntegers: Float64Array;
    readonly accumulator: {
        readonly width: number;
        readonly overflow: 'wrap' | 'saturate';
    };
    /** What the group scaler multiplies a sum with, an integer of at most `factorBits` bits, for both operands' scale codes. */
    multiplier(xScale: number, yScale: number): number;
    /** The exponent of the least significant bit of the multiplied sum. */
    lsb(xScale: number, yScale: number): number;
    readonly factorBits: number;
    /** Factors of both operands' scale codes whose product is multiplier x 2^lsb: exact, of at most 2 bits each. */
    xFactor(xScale: number): number;
    yFactor(yScale: number): number;
    readonly treeWidth: number;
    readonly subnormals: SubnormalPolicy;
}
