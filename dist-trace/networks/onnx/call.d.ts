import type { OnnxModel, OnnxNode } from './model.ts';
import { type StoredTensor } from './stored-tensor.ts';
import type { Content, Tensor } from './tensor.ts';
export interface Call {
    readonly model: OnnxModel;
    readonly node: OnnxNode;
    /** Undefined where an optional input is left out. */
    readonly inputs: readonly (Tensor | undefined)[];
    /** Whether an input follows from the network's input, and is no constant. */
    readonly isActivation: readonly boolean[];
    /** Images that the network's input has. */
    readonly batch: number;
    /** Elements of constants that the whole analysis has followed. */
    readonly followed: {
        count: number;
    };
}
/** Counts elements that are followed. @throws InputError for more of them than any shape arithmetic has */
export declare function follow({ followed }: Pick<Call, 'followed'>, count: number): void;
/** An operator's rule: its outputs, in order; more than the node names is fine. @throws InputError */
export type Rule = (call: Call) => readonly Tensor[];
/** An input that an operator can't do without. @param name as the operator's specification names it */
export declare function input(call: Call, index: number, name: string): Tensor;
/** An input of a known rank. */
export declare function inputOfRank(call: Call, index: number, name: string, low: number, high?: number): Tensor;
/** The elements of an input on which a shape depends; undefined where the input is left out. @throws InputError where they aren't known */
export declare function knownInput(call: Call, index: number, name: string): Content | undefined;
export declare function requiredKnownInput(call: Call, index: number, name: string): Content;
/** The one element of an input. */
export declare function knownScalar(call: Call, index: number, name: string): number | undefined;
/** An integer attribute in a range. @param otherwise where it is absent; undefined: it must be there */
export declare function intAttribute(call: Call, name: string, otherwise?: number, low?: number, high?: number): number;
/** A list of integers; undefined where it is absent. One beyond 2^53 is an infinity. @param low none may be below it or above `MAX_SIZE` */
export declare function intsAttribute(call: Call, name: string, low?: number): readonly number[] | undefined;
export declare function floatAttribute(call: Call, name: string, otherwise: number): number;
export declare function floatsAttribute(call: Call, name: string): readonly number[] | undefined;
/** A string attribute that is one of `choices`. */
export declare function choiceAttribute<T extends string>(call: Call, name: string, choices: readonly T[], otherwise: T): T;
export declare function tensorAttribute(call: Call, name: string): StoredTensor | undefined;
/** An input since `since`, an attribute before: most operators' lists moved so. @throws InputError for the other form */
export declare function intsMoved(call: Call, name: string, since: number, index: number): readonly number[] | undefined;
