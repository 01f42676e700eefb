/** Cycle by cycle: which registers are wrong, which was first, and how far it has spread. */
import type { Field } from '../fields.ts';
import type { ClassRange } from '../manifest.ts';
import { type NanPolicy } from './difference.ts';
import type { RegisterBankRole } from './element-registers.ts';
import type { ElementShape } from './element-shape.ts';
import type { FoundSource } from './found-source.ts';
import type { GoldenCycles } from './golden-cycles.ts';
import type { CompareMode, OutputPlace, RegisterFailure, StageSpread } from './outcome.ts';
import { Tally } from './tally.ts';
/** A bank of registers that is compared: what is known of it, and its place in a word. */
export interface ComparedBank extends RegisterBankRole {
    readonly field: Field;
}
export interface RegisterOptions {
    readonly nan: NanPolicy;
    readonly errors: number;
    /** In order of their first cycle. */
    readonly classes: readonly ClassRange[];
    readonly compare: CompareMode;
    /** In the order in which they are named within a stage. */
    readonly banks: readonly ComparedBank[];
    /** Of every bank, compared or not. */
    readonly indexNames: ReadonlyMap<string, RegisterBankRole['indexName']>;
    /** The cycles to compare, both inclusive. */
    readonly window: {
        readonly first: number;
        readonly last: number;
    };
}
export declare class CycleComparison {
    #private;
    readonly tally: Tally;
    first: RegisterFailure | null;
    readonly failures: RegisterFailure[];
    /** Wrong registers in all cycles. */
    wrong: number;
    firstWrongOutput: OutputPlace | null;
    constructor(found: FoundSource, golden: GoldenCycles, shape: ElementShape, options: RegisterOptions);
    /** Of a cycle whose text is not the expected one. */
    compare(): void;
    spread(): StageSpread[];
}
/** `A.sum lane 3`. */
export declare function registerName({ name, indexName, count }: Pick<RegisterBankRole, 'name' | 'indexName' | 'count'>, index: number): string;
