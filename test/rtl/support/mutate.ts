/** Single-point mutations of SystemVerilog: what a typing error or a wrong thought would make of a design. */
import { bodyStart, tokenize, type Token } from './verilog-tokens.ts';

export const MUTATION_KINDS = ['operator', 'constant', 'range', 'sign', 'reset', 'enable', 'condition', 'negation', 'edge'] as const;
export type MutationKind = (typeof MUTATION_KINDS)[number];

export interface Mutation {
  readonly kind: MutationKind;
  /** Offset in the source, the text there, and what stands there instead. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** The mutated source. */
export function applyMutation(source: string, { at, from, to }: Mutation): string {
  return source.slice(0, at) + to + source.slice(at + from.length);
}

/** The line of a mutation, from 1. */
export function lineOf(source: string, { at }: Mutation): number {
  return source.slice(0, at).split('\n').length;
}

/** Every mutation of a module's body, in the order of the source. */
export function mutationsOf(source: string): readonly Mutation[] {
  const tokens = tokenize(source);
  const mutations: Mutation[] = [];
  for (let index = bodyStart(tokens); index < tokens.length; index++) mutations.push(...mutationsAt(source, tokens, index));
  return mutations;
}

const BINARY: Readonly<Record<string, string>> = {
  '+': '-', '-': '+', '*': '+', '&&': '||', '||': '&&', '&': '|', '|': '&', '^': '|', '==': '!=', '!=': '==',
  '<': '<=', '>': '>=', '>=': '>', '<=': '<', '<<': '>>', '>>': '<<', '>>>': '>>', '<<<': '>>>', '/': '*', '%': '/',
};

function mutationsAt(source: string, tokens: readonly Token[], index: number): Mutation[] {
  const token = tokens[index];
  const change = (kind: MutationKind, to: string): Mutation => ({ kind, at: token.at, from: token.text, to });
  if (token.kind === 'number') return [numberMutation(tokens, index)];
  if (token.text === 'posedge') return [change('edge', 'negedge')];
  if (token.text === 'signed') return [change('sign', '')];
  if (token.text === '$signed') return [change('sign', '$unsigned')];
  if (token.text === 'if' && !isElaborated(tokens, index)) return conditionMutations(source, tokens, index);
  if (token.kind !== 'operator') return [];
  if (token.text === '!' || token.text === '~') return [change('negation', '')];
  if ((token.text === '|' || token.text === '&') && !isBinary(tokens, index)) return [change('operator', token.text === '|' ? '&' : '|')];
  const to = BINARY[token.text] as string | undefined;
  if (to === undefined || !isBinary(tokens, index) || isDeclaration(tokens, index) || isNonBlocking(tokens, index) || isLoopHeader(tokens, index)) return [];
  return [change('operator', to)];
}

/** `if (c)` of a process: always, never, and the other way round. */
function conditionMutations(source: string, tokens: readonly Token[], index: number): Mutation[] {
  const open = tokens[index + 1];
  const close = tokens.find(({ text, depth, at }) => text === ')' && depth === open.depth && at > open.at);
  if (close === undefined) return [];
  const at = open.at + 1;
  const from = source.slice(at, close.at);
  const kind = from.trim() === 'reset' ? 'reset' : isInClockedProcess(tokens, index) ? 'enable' : 'condition';
  return ["1'b1", "1'b0", `!(${from})`].map((to) => ({ kind, at, from, to }));
}

/** One more. The upper end of a range is one less: a wider range changes nothing that anybody could see. */
function numberMutation(tokens: readonly Token[], index: number): Mutation {
  const { text, at } = tokens[index];
  if (!isInRange(tokens, index)) return { kind: 'constant', at, from: text, to: nextNumber(text) };
  const isUpperEnd = tokens[index - 1].text === '[' && tokens[index + 1].text === ':' && /^[1-9]\d*$/.test(text);
  return { kind: 'range', at, from: text, to: isUpperEnd ? String(Number(text) - 1) : nextNumber(text) };
}

/** One more; of one bit, the other. */
function nextNumber(text: string): string {
  const match = /^(\d*)'(s?)([bodh])([0-9a-f_]+)$/i.exec(text);
  if (match === null) return text.startsWith("'") ? (text === "'0" ? "'1" : "'0") : String(Number(text) + 1);
  const [, width, sign, base, digits] = match;
  const radix = { b: 2, o: 8, d: 10, h: 16 }[base.toLowerCase()] ?? 10;
  const value = Array.from(digits.replaceAll('_', '')).reduce((sum, digit) => sum * BigInt(radix) + BigInt(Number.parseInt(digit, radix)), 0n);
  const next = BigInt.asUintN(Number(width === '' ? 32 : width), value + 1n);
  return `${width}'${sign}${base}${next.toString(radix)}`;
}

/** Whether a number stands between the brackets of a range or an index. */
function isInRange(tokens: readonly Token[], index: number): boolean {
  let depth = 0;
  for (let i = index - 1; i >= tokens[index].statement; i--) {
    if (')]}'.includes(tokens[i].text)) depth++;
    if ('([{'.includes(tokens[i].text) && --depth < 0) return tokens[i].text === '[';
  }
  return false;
}

const OPERAND_END = new Set([')', ']', '}']);

function isBinary(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  return before.kind === 'number' || (before.kind === 'identifier' && before.text !== 'assign' && before.text !== 'return') || OPERAND_END.has(before.text);
}

/** Declarations have ranges whose operators only widen a net; their constants are mutated. */
function isDeclaration(tokens: readonly Token[], index: number): boolean {
  return ['logic', 'wire', 'reg', 'input', 'output', 'genvar'].includes(tokens[tokens[index].statement].text);
}

/** `<=` that assigns: the first one of its statement outside of parentheses, with no `=` before it. */
function isNonBlocking(tokens: readonly Token[], index: number): boolean {
  if (tokens[index].text !== '<=') return false;
  const { statement } = tokens[index];
  let depth = 0;
  for (let i = statement; i < index; i++) {
    if ('([{'.includes(tokens[i].text)) depth++;
    if (')]}'.includes(tokens[i].text)) depth--;
    if (depth === 0 && (tokens[i].text === '=' || tokens[i].text === '<=')) return false;
  }
  return depth === 0;
}

/** The header of a `for`: its mutations don't end, or don't compile. */
function isLoopHeader(tokens: readonly Token[], index: number): boolean {
  for (let i = index - 1; i >= 0 && index - i < 20; i--) {
    if (tokens[i].text === 'for') return tokens.slice(i, index).filter(({ text }) => text === '(').length > tokens.slice(i, index).filter(({ text }) => text === ')').length;
  }
  return false;
}

/** Whether the nearest process or function before is a clocked one. */
function isInClockedProcess(tokens: readonly Token[], index: number): boolean {
  for (let i = index; i >= 0; i--) {
    if (tokens[i].text === 'always_ff') return true;
    if (tokens[i].text === 'always_comb') return false;
  }
  return false;
}

/** An `if` of the elaboration chooses hardware: outside of every process. */
function isElaborated(tokens: readonly Token[], index: number): boolean {
  let open = 0;
  for (let i = index; i >= 0; i--) {
    const { text } = tokens[i];
    if (text === 'end') open++;
    if (text === 'begin') open--;
    if ((text === 'always_ff' || text === 'always_comb' || text === 'function') && open <= 0) return false;
    if (text === ';' && open <= 0 && tokens[i].depth === 0 && isModuleLevel(tokens, i)) return true;
  }
  return true;
}

/** Whether a statement end belongs to an assignment, a declaration or an instance, none of which stands in a process. */
function isModuleLevel(tokens: readonly Token[], end: number): boolean {
  return ['assign', 'logic', 'localparam', 'wire', 'genvar'].includes(tokens[tokens[end].statement].text);
}
