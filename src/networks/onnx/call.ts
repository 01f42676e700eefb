/** A node with what is known of its inputs: what an operator's rule works on. Its errors leave the node's name to the caller. */
import { InputError, show } from '../../bits/check.ts';
import { elementTypeName } from './element-type.ts';
import { MAX_FOLLOWED_TOTAL, MAX_SIZE } from './limits.ts';
import type { OnnxModel, OnnxNode } from './model.ts';
import type { AttributeProto } from './schema.ts';
import { storedTensor, type StoredTensor } from './stored-tensor.ts';
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
  readonly followed: { count: number };
}

/** Counts elements that are followed. @throws InputError for more of them than any shape arithmetic has */
export function follow({ followed }: Pick<Call, 'followed'>, count: number): void {
  followed.count += count;
  if (followed.count > MAX_FOLLOWED_TOTAL) throw new InputError(`expected at most ${MAX_FOLLOWED_TOTAL} elements of shape arithmetic, found more`);
}

/** An operator's rule: its outputs, in order; more than the node names is fine. @throws InputError */
export type Rule = (call: Call) => readonly Tensor[];

/** AttributeProto.AttributeType */
const TYPE_NAMES: Readonly<Record<string, number>> = { float: 1, int: 2, string: 3, tensor: 4, floats: 6, ints: 7 };

/** An input that an operator can't do without. @param name as the operator's specification names it */
export function input(call: Call, index: number, name: string): Tensor {
  const found = call.inputs.at(index);
  if (found === undefined) throw new InputError(`expected an input ${name}, found none`);
  return found;
}

/** An input of a known rank. */
export function inputOfRank(call: Call, index: number, name: string, low: number, high = Infinity): Tensor {
  const found = input(call, index, name);
  if (found.dims.length < low || found.dims.length > high) {
    const needed = low === high ? `${low}` : high === Infinity ? `at least ${low}` : `${low} to ${high}`;
    throw new InputError(`expected ${name} with ${needed} dimensions, found ${found.dims.length}`);
  }
  return found;
}

/** The elements of an input on which a shape depends; undefined where the input is left out. @throws InputError where they aren't known */
export function knownInput(call: Call, index: number, name: string): Content | undefined {
  const found = call.inputs.at(index);
  if (found === undefined) return undefined;
  if (found.content === undefined) {
    throw new InputError(`expected ${name} to be constant, since a shape depends on it, found ${elementTypeName(found.type)} values that are not known`);
  }
  return found.content;
}

export function requiredKnownInput(call: Call, index: number, name: string): Content {
  input(call, index, name);
  return knownInput(call, index, name) ?? [];
}

/** The one element of an input. */
export function knownScalar(call: Call, index: number, name: string): number | undefined {
  const content = knownInput(call, index, name);
  if (content !== undefined && content.length !== 1) throw new InputError(`expected ${name} to be one number, found ${content.length}`);
  return content?.[0];
}

function attribute(call: Call, name: string, type: string): AttributeProto | undefined {
  const found = call.node.attributes.get(name);
  // Writers before 2018 left the type out.
  if (found !== undefined && (found.type ?? 0) !== 0 && found.type !== TYPE_NAMES[type]) {
    throw new InputError(`attribute ${name}: expected ${type}, found attribute type ${show(found.type)}`);
  }
  return found;
}

/** An integer attribute in a range. @param otherwise where it is absent; undefined: it must be there */
export function intAttribute(call: Call, name: string, otherwise?: number, low = -MAX_SIZE, high = MAX_SIZE): number {
  const found = attribute(call, name, 'int');
  const value = found === undefined ? otherwise : (found.i ?? 0);
  if (value === undefined) throw new InputError(`attribute ${name}: expected an integer, found none`);
  return requireSize(`attribute ${name}`, value, low, high);
}

/** A list of integers; undefined where it is absent. One beyond 2^53 is an infinity. @param low none may be below it or above `MAX_SIZE` */
export function intsAttribute(call: Call, name: string, low?: number): readonly number[] | undefined {
  const values = attribute(call, name, 'ints')?.ints;
  if (low !== undefined) for (const value of values ?? []) requireSize(`attribute ${name}`, value, low, MAX_SIZE);
  return values;
}

export function floatAttribute(call: Call, name: string, otherwise: number): number {
  const found = attribute(call, name, 'float');
  return found === undefined ? otherwise : (found.f ?? 0);
}

export function floatsAttribute(call: Call, name: string): readonly number[] | undefined {
  return attribute(call, name, 'floats')?.floats;
}

/** A string attribute that is one of `choices`. */
export function choiceAttribute<T extends string>(call: Call, name: string, choices: readonly T[], otherwise: T): T {
  const found = attribute(call, name, 'string');
  if (found === undefined) return otherwise;
  const text = new TextDecoder('latin1').decode(found.s?.subarray(0, 100));
  const choice = choices.find((one) => one === text);
  if (choice === undefined) throw new InputError(`attribute ${name}: expected one of ${choices.join(', ')}, found ${show(text)}`);
  return choice;
}

export function tensorAttribute(call: Call, name: string): StoredTensor | undefined {
  const found = attribute(call, name, 'tensor');
  if (found === undefined) return undefined;
  if (found.t === undefined) throw new InputError(`attribute ${name}: expected a tensor, found none`);
  return storedTensor(`attribute ${name}`, found.t);
}

/** An input since `since`, an attribute before: most operators' lists moved so. @throws InputError for the other form */
export function intsMoved(call: Call, name: string, since: number, index: number): readonly number[] | undefined {
  if (call.model.opset < since) return intsAttribute(call, name);
  if (call.node.attributes.has(name)) throw new InputError(`expected ${name} as an input, as from opset ${since} on, found an attribute`);
  return knownInput(call, index, name);
}

function requireSize(subject: string, value: number, low: number, high: number): number {
  if (!Number.isInteger(value) || value < low || value > high) throw new InputError(`${subject}: expected an integer from ${low} to ${high}, found ${show(value)}`);
  return value;
}
