/** A waveform as the words of a design: its signals put side by side at each rising edge. */
import { InputError } from '../../bits/check.ts';
import type { FoundSource } from './found-source.ts';
import type { PlannedSignal } from './signal-plan.ts';
import { wordOfBits, type Word } from './word.ts';

/** The values of signals at rising edges; they go by their numbers. */
export interface Samples {
  next(): 'sample' | 'pause' | 'end';
  /** One digit a bit, of the signal's own width. */
  value(signal: number): string;
  readonly time: number;
  /** Whether cycles were lost since the sample before. */
  readonly gap: boolean;
  readonly progress: { readonly done: number; readonly total: number };
}

/** Makes a word of some signals' values; bits that no signal gives are 0. @param first the number of the first of them */
export function assembler(signals: readonly PlannedSignal[], bits: number, first: number): (samples: Samples) => Word {
  const placed = signals.map(({ lsb, width }, index) => ({ lsb, width, index: first + index })).sort((a, b) => b.lsb - a.lsb);
  return (samples) => {
    let digits = '';
    let above = bits;
    for (const { lsb, width, index } of placed) {
      digits += '0'.repeat(above - lsb - width) + samples.value(index);
      above = lsb;
    }
    return wordOfBits(digits + '0'.repeat(above));
  };
}

abstract class Waveform implements FoundSource {
  readonly text = '';
  readonly endMark = '';
  stamp: number | undefined = undefined;
  count = 0;
  protected readonly samples: Samples;
  readonly #assemble: (samples: Samples) => Word;

  constructor(samples: Samples, assemble: (samples: Samples) => Word) {
    this.samples = samples;
    this.#assemble = assemble;
  }

  abstract readonly complete: boolean;
  abstract readonly remarks: readonly string[];
  protected abstract accept(): boolean;

  next(): 'word' | 'pause' | 'end' {
    for (let count = 0; count < 1000; count++) {
      const event = this.samples.next();
      if (event !== 'sample') return event;
      if (!this.accept()) continue;
      this.count++;
      return 'word';
    }
    return 'pause';
  }

  word(): Word {
    return this.#assemble(this.samples);
  }

  get place(): string {
    return `time ${this.samples.time}`;
  }

  get progress(): { done: number; total: number } {
    return this.samples.progress;
  }
}

/** Numbers of the signals that say when a result is there and whose it is. */
export interface ResultSignals {
  readonly valid: number | undefined;
  readonly case: number | undefined;
}

/** A unit's results: one at each rising edge with `valid`. */
export class ResultWaveform extends Waveform {
  readonly complete = false;
  readonly #signals: ResultSignals;
  #unknownValid = 0;

  constructor(samples: Samples, assemble: (samples: Samples) => Word, signals: ResultSignals) {
    super(samples, assemble);
    this.#signals = signals;
  }

  get remarks(): string[] {
    return validRemarks(this.#unknownValid);
  }

  protected override accept(): boolean {
    const { valid, case: number } = this.#signals;
    const flag = valid === undefined ? '1' : this.samples.value(valid);
    if (flag !== '0' && flag !== '1' && this.count > 0) this.#unknownValid++;
    if (flag !== '1') return false;
    if (number !== undefined) this.stamp = integerOf(this.samples.value(number));
    if (number !== undefined && this.stamp === undefined) throw new InputError(`time ${this.samples.time}: expected the number of a case, found unknown bits`);
    return true;
  }
}

/** How cycles are numbered, and which of them count. */
export interface CycleNumbers {
  /** The number of the signal with the cycle; without it, samples are counted. */
  readonly signal: number | undefined;
  /** The cycle of the first sample, where samples are counted. */
  readonly start: number;
  readonly window: { readonly first: number; readonly last: number };
  /** The number of the signal with which a sample counts; without it, all do. */
  readonly valid?: number | undefined;
}

/** An element's registers or outputs, by cycle. */
export class CycleWaveform extends Waveform {
  readonly #numbers: CycleNumbers;
  #next: number;
  #last = -Infinity;
  #unknownValid = 0;

  constructor(samples: Samples, assemble: (samples: Samples) => Word, numbers: CycleNumbers) {
    super(samples, assemble);
    this.#numbers = numbers;
    this.#next = numbers.start;
  }

  get complete(): boolean {
    return this.#last >= this.#numbers.window.last;
  }

  get remarks(): string[] {
    return validRemarks(this.#unknownValid);
  }

  protected override accept(): boolean {
    const { signal, window, valid } = this.#numbers;
    const cycle = this.#cycle(signal);
    if (cycle === undefined) return false;
    this.#last = Math.max(this.#last, cycle);
    if (cycle < window.first || cycle > window.last) return false;
    this.stamp = cycle;
    if (valid === undefined) return true;
    const flag = this.samples.value(valid);
    if (flag !== '0' && flag !== '1') this.#unknownValid++;
    return flag === '1';
  }

  #cycle(signal: number | undefined): number | undefined {
    if (signal !== undefined) return integerOf(this.samples.value(signal));
    if (this.samples.gap) throw new InputError(`time ${this.samples.time}: expected a waveform without a gap ($dumpoff), or a map with a cycle signal`);
    return this.#next++;
  }
}

function validRemarks(unknown: number): string[] {
  return unknown === 0 ? [] : [`valid was x or z at ${unknown} rising edges, which were taken for ones without a result`];
}

/** Two's complement digits as a number; undefined with unknown ones. */
function integerOf(digits: string): number | undefined {
  return /[xz]/.test(digits) ? undefined : Number(BigInt.asIntN(digits.length, BigInt(`0b${digits}`)));
}
