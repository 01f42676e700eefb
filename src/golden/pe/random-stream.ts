/** Random choices for stimulus: a Philox stream for each segment, so that a change to one segment leaves the others as they are. */
import { philox4x32 } from '../../bits/philox.ts';

/** The last counter word: keeps these streams apart from those of stochastic rounding, which have 0 there. */
const DOMAIN = 0x7065;

export class RandomStream {
  private readonly key: readonly [number, number];
  private readonly counter: [number, number, number, number];
  private readonly words = new Uint32Array(4);
  private used = 4;

  /** @param seed in [0, 2^64) @param stream in [0, 2^32) */
  constructor(seed: bigint, stream: number) {
    this.key = [Number(seed & 0xffff_ffffn), Number(seed >> 32n)];
    this.counter = [0, 0, stream, DOMAIN];
  }

  /** An integer in [0, 2^32). */
  word(): number {
    if (this.used === 4) {
      philox4x32(this.counter, this.key, this.words);
      this.counter[0]++;
      this.used = 0;
    }
    return this.words[this.used++];
  }

  /** An integer in [0, 2^count). @param count 1..32 */
  bits(count: number): number {
    return this.word() >>> (32 - count);
  }

  /** An integer in [0, limit). @param limit 1..2^32 */
  below(limit: number): number {
    return Math.floor((this.word() / 2 ** 32) * limit);
  }

  /** An integer in [low, high]. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True with a probability. */
  chance(probability: number): boolean {
    return this.word() < probability * 2 ** 32;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)];
  }
}
