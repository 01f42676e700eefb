/**
 * The register kernel: a two-phase clock. Evaluation reads current values and loads next ones; `commit` publishes all of them at once, so the
 * order of evaluation cannot matter. Every register changes in `commit` alone: toggles are counted there, and nothing can forget to.
 */
import type { RegisterBank, RegisterClass } from './registers.ts';

/** What a bank of registers is, and how its values read as words. */
export interface BankSpec<T> {
  readonly class: RegisterClass;
  readonly name: string;
  readonly width: number;
  readonly kind: RegisterBank['kind'];
  readonly scope: (index: number) => string;
  readonly initial: T;
  /** The value as an integer of `width` bits, signed where the kind is. */
  readonly word: (value: T) => bigint;
}

/** Registers of one kind. A register that is not loaded keeps its value. */
export class Registers<T> implements RegisterBank {
  readonly class: RegisterClass;
  readonly name: string;
  readonly width: number;
  readonly kind: RegisterBank['kind'];
  readonly scope: (index: number) => string;
  readonly values: bigint[];
  private readonly current: T[];
  private readonly next = new Map<number, T>();
  private readonly word: (value: T) => bigint;
  private readonly clock: Clock;

  constructor(clock: Clock, count: number, spec: BankSpec<T>) {
    this.clock = clock;
    this.class = spec.class;
    this.name = spec.name;
    this.width = spec.width;
    this.kind = spec.kind;
    this.scope = spec.scope;
    this.word = spec.word;
    this.current = new Array<T>(count).fill(spec.initial);
    this.values = new Array<bigint>(count).fill(spec.word(spec.initial));
  }

  /** The current value. */
  get(index: number): T {
    return this.current[index];
  }

  /** Sets the value from the next cycle on. */
  load(index: number, value: T): void {
    if (this.next.size === 0) this.clock.expect(this);
    this.next.set(index, value);
  }

  /** Publishes what was loaded; the clock calls it. @returns the number of bits that changed */
  commit(): number {
    let changed = 0;
    for (const [index, value] of this.next) {
      const word = this.word(value);
      changed += populationCount(BigInt.asUintN(this.width, word ^ this.values[index]));
      this.current[index] = value;
      this.values[index] = word;
    }
    this.next.clear();
    return changed;
  }
}

function populationCount(word: bigint): number {
  let count = 0;
  for (let rest = word; rest !== 0n; rest &= rest - 1n) count++;
  return count;
}

/** One clock and all its registers. */
export class Clock {
  readonly banks: Registers<unknown>[] = [];
  readonly toggles = new Map<RegisterClass, number>();
  private loaded: Pick<Registers<unknown>, 'commit' | 'class'>[] = [];

  /** Adds a bank of registers. */
  bank<T>(count: number, spec: BankSpec<T>): Registers<T> {
    const registers = new Registers(this, count, spec);
    this.banks.push(registers as Registers<unknown>);
    return registers;
  }

  /** Takes note of a bank with loaded registers. */
  expect(bank: Pick<Registers<unknown>, 'commit' | 'class'>): void {
    this.loaded.push(bank);
  }

  /** The edge: all loaded registers take their values. */
  commit(): void {
    for (const bank of this.loaded) this.toggles.set(bank.class, (this.toggles.get(bank.class) ?? 0) + bank.commit());
    this.loaded = [];
  }
}
