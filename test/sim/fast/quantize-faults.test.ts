/** That a wrong quantization kernel would be noticed: comparisons with the plain quantizer, with a fault planted in the kernels. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { elementCount, type Shape4 } from '../../../src/bits/shape.ts';
import { elementFormat } from '../../../src/formats/element.ts';
import { MANTISSA_OVERFLOWS, ROUNDINGS } from '../../../src/formats/element-quantizer.ts';
import { groupScaleFormat } from '../../../src/formats/group-scale.ts';
import { quantize, type QuantizeOptions } from '../../../src/formats/quantize.ts';
import { withFault, type Fault } from '../../support/planted-fault.ts';

const POSITIONS = 'quantization-positions.ts';
const SCALES = 'quantization-scales.ts';
const DRIVER = 'quantization.ts';

const FAULTS: readonly Fault[] = [
  { name: 'the margin is too small', file: POSITIONS, from: 'const MARGIN = 9;', to: 'const MARGIN = 1;' },
  { name: 'random bits that are not masked are not allowed for', file: POSITIONS, from: 'below = i32x4.splat(smallestBits + 1 + excess);', to: 'below = i32x4.splat(smallestBits + 1);' },
  { name: 'random bits that have to be masked are not', file: POSITIONS, from: 'if (rounding == STOCHASTIC_MASKED) r = v128.and(r, added);', to: '' },
  { name: 'a mantissa is not clipped', file: POSITIONS, from: '(carries ? exponents : 1) << MANTISSA_BITS', to: 'exponents << MANTISSA_BITS' },
  { name: 'undecided elements of a second vector are missed', file: POSITIONS, from: 'return i32x4.max_s(v128.and(z0, low), v128.and(z1, low));', to: 'return v128.and(z0, low);' },
  { name: 'a width of mantissas has the shifts of another', file: POSITIONS, from: 'STOCHASTIC, 3);', to: 'STOCHASTIC, 4);' },
  { name: 'the last elements of a plane are not looked at', file: SCALES, from: 'min(whole + 32, last), plane + last', to: 'min(whole + 32, last), plane + min(whole, last)' },
  { name: 'a scale of 3/4 is taken one too late', file: SCALES, from: '((3 * significand) >> 2) - SMALLEST_NORMAL', to: '((3 * significand) >> 2) - SMALLEST_NORMAL - 1' },
  { name: 'the larger mantissa does not borrow', file: SCALES, from: 'i32x4.shr_s(i32x4.sub(tensor, max), MANTISSA_BITS)', to: 'i32x4.sub(i32x4.shr_u(tensor, MANTISSA_BITS), i32x4.shr_u(max, MANTISSA_BITS))' },
  { name: 'maxima of zero have the largest scale', file: SCALES, from: 'v128.and(zero, largestExp)', to: 'i32x4.splat(0)' },
  { name: 'a block begins with a whole plane', file: DRIVER, from: 'reciprocals - (<usize>(first - before * planeSize) << 2)', to: 'reciprocals' },
  { name: 'a plane that begins in a block has the reciprocal of the one before it', file: DRIVER, from: 'const some = min(end, (plane + 1) * planeSize) - i;', to: 'const some = end - i;' },
  { name: 'scales without a reciprocal have one', file: DRIVER, from: 'const LARGEST_EXPONENT = 118;', to: 'const LARGEST_EXPONENT = 300;' },
  { name: 'short planes without a reciprocal are forgotten', file: DRIVER, from: 'if (bits == 0) missing = true;', to: '' },
  { name: 'four short planes of which one has no reciprocal are forgotten', file: DRIVER, from: 'if (!i32x4.all_true(four)) missing = true;', to: '' },
  { name: 'the second of four planes has the reciprocal of the first', file: DRIVER, from: 'v128.shuffle<i32>(four, four, 1, 1, 1, 1)', to: 'v128.shuffle<i32>(four, four, 0, 0, 0, 0)' },
  { name: 'long planes without a reciprocal are forgotten', file: DRIVER, from: 'if (bits == 0) withoutReciprocal(i, some, word);', to: '' },
  { name: 'the second block begins with the words of the first', file: DRIVER, from: 'block += BLOCK >> 2;', to: '' },
  { name: 'a slice begins with the first word of a Philox block', file: DRIVER, from: 'room + (<usize>offset << 2)', to: 'room' },
  { name: 'the last word of a slice is not made', file: DRIVER, from: '(offset + some + 3) >> 2', to: '(offset + some) >> 2' },
  { name: 'an element decided exactly has the random word of its neighbour', file: DRIVER, from: 'word += 4;', to: 'word += 8;' },
  { name: 'a round of Philox has the key of the one before it', file: 'quantization-philox.ts', from: 'thirdKey = alternating(key0 + 2 * WEYL_0', to: 'thirdKey = alternating(key0 + WEYL_0' },
];

const folder = mkdtempSync(join(tmpdir(), 'mlsim-quantization-faults-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
afterEach(() => {
  vi.doUnmock('../../../src/sim/fast/modules.ts');
  vi.resetModules();
});

const OPTIONS: QuantizeOptions = {
  element: elementFormat(2, 4),
  scaleFormat: groupScaleFormat(8, 1),
  grouping: 'nc',
  rounding: 'stochastic',
  mantissaOverflow: 'clip',
  randomBits: 16,
  random: { seed: 0x0123_4567_89ab_cdefn, stream: 1 },
};

/** Long planes and short ones, of one slice or more, that begin at every place of a block and of a Philox block. */
const SHAPES: readonly Shape4[] = [[2, 40, 7, 7], [3, 900, 3, 3], [4, 3, 1, 1283], [1, 3, 1, 16387], [1, 5, 40, 40], [2, 9, 3, 5], [1, 7, 1, 151], [1, 3, 4, 5]];

/**
 * Values of every kind: planes of one magnitude each, of which some are zero, or far below the others; on borders of codes, or anywhere.
 * The largest is 7, and some planes have just 3/4 of it.
 */
function values(shape: Shape4): Float32Array {
  const planeSize = shape[2] * shape[3];
  return Float32Array.from({ length: elementCount(shape) }, (_, i) => {
    const plane = Math.floor(i / planeSize);
    if (i % planeSize === 0 && plane % 5 === 3) return 5.25;
    const magnitude = plane % 5 === 1 ? 0 : plane % 5 === 2 ? 2 ** -140 : (1 + (plane % 7) / 8) * 2 ** -(plane % 3);
    const noise = Math.sin(i * 1.618) * Math.sin(i * i * 0.317);
    return i === 0 ? 7 : magnitude * (i % 3 === 0 ? Math.round(noise * 1024) / 1024 : noise);
  });
}

/** Whether the kernels differ from the plain quantizer. */
async function differs(module: WebAssembly.Module): Promise<boolean> {
  vi.resetModules();
  vi.doMock('../../../src/sim/fast/modules.ts', () => ({ fastModule: () => module }));
  const { fastQuantize } = await import('../../../src/sim/fast/quantize.ts');
  for (const shape of SHAPES) {
    const data = values(shape);
    for (const [E, M, randomBits] of [[2, 4, 16], [2, 4, 3], [2, 3, 24], [5, 10, 9]]) {
      for (const mantissaOverflow of MANTISSA_OVERFLOWS) {
        for (const rounding of ROUNDINGS) {
          const options = { ...OPTIONS, element: elementFormat(E, M), randomBits, mantissaOverflow, rounding };
          const expected = quantize('x', data, shape, options);
          const found = fastQuantize('x', data, shape, options);
          if (Buffer.compare(bytes(expected.codes), bytes(found.codes)) !== 0 || Buffer.compare(bytes(expected.scales), bytes(found.scales)) !== 0) return true;
        }
      }
    }
  }
  return false;
}

function bytes(array: Uint16Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

describe('a wrong quantization kernel', () => {
  it('is not taken for one that is right', async () => {
    expect(await differs(await withFault('quantization', { name: 'none', file: DRIVER, from: 'const LONG = 256;', to: 'const LONG = 256;' }, folder))).toBe(false);
  });

  it.each(FAULTS)('is noticed: $name', async (fault) => {
    expect(await differs(await withFault('quantization', fault, folder))).toBe(true);
  });
});
