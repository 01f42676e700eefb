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
  readonly localAccumulation: { readonly kind: string; readonly width: ParameterRange; readonly overflow: readonly string[] };
  readonly groupScale: { readonly kind: string; readonly exponentBits: ParameterRange; readonly mantissaBits: ParameterRange };
  readonly tree: { readonly format: string; readonly width: ParameterRange };
  readonly tensorScale: string;
}

/** A group's partial sum with its sticky overflow flag. */
export interface Accumulation<Sum> {
  readonly sum: Sum;
  readonly overflow: boolean;
}

/**
 * The stages of a datapath, each the function of a hardware block. Words between the group scaler and the output are binary32 patterns.
 */
export interface Datapath<Product, Sum> {
  readonly name: string;
  /** Two element codes to their product. */
  multiply(x: number, y: number): Product;
  /** One step of the local accumulator; `first` loads. */
  accumulate(old: Accumulation<Sum>, product: Product, first: boolean): Accumulation<Sum>;
  /** What the accumulator holds before a group. */
  readonly empty: Accumulation<Sum>;
  /** A group's sum and the operands' scale codes to an input of the adder tree. */
  scaleGroup(sum: Sum, xScale: number, yScale: number): number;
  /** Group terms in index order to their sum. */
  addTerms(terms: readonly number[]): number;
  /** The sum to the output, given the patterns of both tensor scales. */
  finish(sum: number, xTensorScale: number, yTensorScale: number): number;
  /** How many tensor-scale multiplications `finish` makes for an output. */
  readonly tensorScaleMultiplications: 0 | 1;
  /** Present where products and sums are integers: lets an engine on typed arrays compute the same bits. */
  readonly integerForm?: IntegerForm;
}

/** A datapath whose products and local sums are integers, and whose adder tree is binary32. */
export interface IntegerForm {
  /** The signed integer of each element code, indexed by code. */
  readonly xIntegers: Float64Array;
  readonly yIntegers: Float64Array;
  readonly accumulator: { readonly width: number; readonly overflow: 'wrap' | 'saturate' };
  /** The factor of a group's integer sum as an exact double, at most `factorBits` significant bits, for both operands' scale codes. */
  factor(xScale: number, yScale: number): number;
  readonly factorBits: number;
  readonly treeWidth: number;
  readonly subnormals: SubnormalPolicy;
}
