/** The operands of one output: groups of element pairs with their scales, and the plain ways of drawing them. */
import type { ElementFormat } from '../../formats/element.ts';
import type { GroupScaleFormat } from '../../formats/group-scale.ts';
import { productBits } from '../../units/multiplier.ts';
import type { PeParameters } from './parameters.ts';
import type { RandomStream } from './random-stream.ts';

/** G groups of K pairs. */
export interface OutputShape {
  readonly groups: number;
  readonly pairs: number;
}

/** Element codes at g x K + k, scale codes at g. */
export interface OutputOperands {
  readonly x: Uint16Array;
  readonly y: Uint16Array;
  readonly xScale: Uint16Array;
  readonly yScale: Uint16Array;
}

/** Makes the operands of an output. @param output its number in the run, from 0 */
export type OperandMaker = (shape: OutputShape, p: PeParameters, random: RandomStream, output: number) => OutputOperands;

/** Draws an element code. */
type CodeMaker = (format: ElementFormat, random: RandomStream) => number;

/** The exponents of both scales in sum: how far a group is shifted down. The scales' mantissas are drawn besides. */
type ShiftMaker = (g: number) => number;

/** Zeros of either sign, the smallest and largest magnitudes now and then, else any code. */
export function mixedCode(format: ElementFormat, random: RandomStream): number {
  const sign = random.bits(1) * (format.maxMagnitudeCode + 1);
  switch (random.below(12)) {
    case 0:
      return sign;
    case 1:
      return sign + format.maxMagnitudeCode;
    case 2:
      return sign + 1;
    default:
      return random.bits(format.codeBits);
  }
}

/** Codes whose magnitude is not zero. */
export function nonzeroCode(format: ElementFormat, random: RandomStream): number {
  return random.bits(1) * (format.maxMagnitudeCode + 1) + random.between(1, format.maxMagnitudeCode);
}

/** The largest shift: both exponents at their largest. */
export function maxShift({ scale, scaleY }: PeParameters): number {
  return scale.maxExp + scaleY.maxExp;
}

/** The shift at which the last bit of a group's sum weighs 2^-149, that of the smallest subnormal; negative for very fine elements. */
export function subnormalShift({ element, elementY }: PeParameters): number {
  return 149 + element.lsb + elementY.lsb;
}

/** Splits a shift between two exponents. @param shift brought into range */
function splitShift(p: PeParameters, shift: number, random: RandomStream): [x: number, y: number] {
  const whole = Math.max(0, Math.min(maxShift(p), shift));
  const x = random.between(Math.max(0, whole - p.scaleY.maxExp), Math.min(p.scale.maxExp, whole));
  return [x, whole - x];
}

/** A scale code. @param man ignored in a format without a mantissa */
export function scaleCode({ Mg }: GroupScaleFormat, exp: number, man: number): number {
  return exp * 2 ** Mg + (Mg === 0 ? 0 : man);
}

/** Operands without values: all codes and scales are zero. */
export function emptyOperands({ groups, pairs }: OutputShape): OutputOperands {
  return { x: new Uint16Array(groups * pairs), y: new Uint16Array(groups * pairs), xScale: new Uint16Array(groups), yScale: new Uint16Array(groups) };
}

/** Fills in the scales of all groups. @param mantissas of group g: x's in bit 0, y's in bit 1; drawn where left out */
export function setScales(operands: OutputOperands, p: PeParameters, random: RandomStream, shift: ShiftMaker, mantissas?: (g: number) => number): void {
  for (let g = 0; g < operands.xScale.length; g++) {
    const [x, y] = splitShift(p, shift(g), random);
    const man = mantissas?.(g) ?? random.bits(2);
    operands.xScale[g] = scaleCode(p.scale, x, man & 1);
    operands.yScale[g] = scaleCode(p.scaleY, y, man >>> 1);
  }
}

/** Fills in the codes of all pairs. */
export function setCodes(operands: OutputOperands, p: PeParameters, random: RandomStream, code: CodeMaker): void {
  for (let i = 0; i < operands.x.length; i++) {
    operands.x[i] = code(p.element, random);
    operands.y[i] = code(p.elementY, random);
  }
}

/**
 * Mixed codes with shifts in a window: sums of terms so far apart need more than 24 bits, and nearly every addition rounds.
 * @param window how far apart the groups of an output may be, in bits @param base the smallest shift of an output
 */
export function windowed(window: (random: RandomStream) => number, base: (p: PeParameters, random: RandomStream) => number, code: CodeMaker = mixedCode): OperandMaker {
  return (shape, p, random) => {
    const operands = emptyOperands(shape);
    setCodes(operands, p, random, code);
    const width = Math.min(window(random), maxShift(p));
    const lowest = Math.max(0, Math.min(base(p, random), maxShift(p) - width));
    setScales(operands, p, random, () => lowest + random.below(width + 1));
    return operands;
  };
}

/** Any codes, terms a little to far apart. */
const spread: OperandMaker = windowed(
  (random) => random.pick([4, 12, 20, 28]),
  (_, random) => random.below(8),
);

/**
 * Terms of two sizes, so far apart that the small ones end below the last bit of the large ones: where two of them meet, the sum is inexact.
 */
export const overlapping: OperandMaker = (shape, p, random) => {
  const operands = emptyOperands(shape);
  setCodes(operands, p, random, nonzeroCode);
  const lowest = random.below(8);
  const nearest = Math.max(2, 27 - productBits(p.element, p.elementY));
  setScales(operands, p, random, () => lowest + random.below(2) + random.bits(1) * random.between(nearest, Math.max(nearest, 25)));
  return operands;
};

/** What most segments use. */
export const mixed: OperandMaker = (shape, p, random, output) => (random.chance(0.5) ? spread : overlapping)(shape, p, random, output);
