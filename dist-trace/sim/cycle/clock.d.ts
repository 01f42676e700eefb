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
export declare class Registers<T> implements RegisterBank {
    readonly class: RegisterClass;
    readonly name: string;
    readonly width: number;
    readonly kind: RegisterBank['kind'];
    readonly scope: (index: number) => string;
    readonly values: bigint[];
    private readonly current;
    private readonly next;
    private readonly word;
    private readonly clock;
    constructor(clock: Clock, count: number, spec: BankSpec<T>);
    /** The current value. */
    get(index: number): T;
    /** Sets the value from the next cycle on. */
    load(index: number, value: T): void;
    /** Publishes what was loaded; the clock calls it. @returns the number of bits that changed */
    commit(): number;
}
/** One clock and all its registers. */
export declare class Clock {
    readonly banks: Registers<unknown>[];
    readonly toggles: Map<"tensorScale" | "accumulator" | "control" | "scale" | "product" | "scaledSum" | "converted" | "tree" | "runningSum", number>;
    private loaded;
    /** Adds a bank of registers. */
    bank<T>(count: number, spec: BankSpec<T>): Registers<T>;
    /** Takes note of a bank with loaded registers. */
    expect(bank: Pick<Registers<unknown>, 'commit' | 'class'>): void;
    /** The edge: all loaded registers take their values. */
    commit(): void;
}
