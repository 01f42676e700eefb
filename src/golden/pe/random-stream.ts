/** Random choices for stimulus: a Philox stream for each segment, so that a change to one segment leaves the others as they are. */
import { PhiloxWords } from '../philox-words.ts';

/** The last counter word: keeps these streams apart from those of stochastic rounding, which have 0 there. */
const DOMAIN = 0x7065;

export class RandomStream extends PhiloxWords {
  /** @param seed in [0, 2^64) @param stream in [0, 2^32) */
  constructor(seed: bigint, stream: number) {
    super(seed);
    this.start(0, stream, DOMAIN);
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
