/**
 * A waveform to a regular file: samples are kept as records, which a WebAssembly module turns into text, on a thread of its own where there are
 * many.
 */
import { getSystemErrorMap } from 'node:util';
import { Worker } from 'node:worker_threads';
import { InputError } from '../bits/check.ts';
import type { Loan, OutputFile } from './atomic-file.ts';
import { misfit } from './vcd-bank.ts';
import { BankCopy } from './vcd-copy.ts';
import type { Declarations } from './vcd-header.ts';
import { BLOCK_BYTES, BLOCKS, fillLayout, layOut, MAX_FORMATTED_WIDTH, recordBytes, wrongValue } from './vcd-layout.ts';
import { formatterModule, formatterOn, type Formatter } from './vcd-module.ts';
import { Failure, Ring, STALL_MS } from './vcd-ring.ts';
import type { ThreadTask } from './vcd-thread.ts';
import type { Samples, SignalBank } from './vcd.ts';
import { NoBytesTaken, writeAll } from './write-all.ts';

/** A thread is worth its start when so many blocks wait for it. */
const THREAD_BLOCKS = BLOCKS / 2;
/** From source there is no thread: it would need the loader that this one was started with. */
const BUILT = import.meta.url.endsWith('.js');

/**
 * Samples by way of records: the same bytes as those of `TextSamples`. Undefined for a device or a pipe, for banks that the formatter does not take,
 * and where the runtime can't run it.
 */
export function openRecords(out: OutputFile, banks: readonly SignalBank[], declarations: Declarations): Samples | undefined {
  const module = formatterModule();
  const fits = banks.every(({ width }) => width <= MAX_FORMATTED_WIDTH) && recordBytes(banks, declarations.codes) <= BLOCK_BYTES;
  if (module === undefined || !fits) return undefined;
  let close = (): void => undefined;
  const loan = out.lend?.(() => { close(); });
  if (loan === undefined) return undefined;
  const layout = layOut(banks, declarations);
  const memory = newMemory(layout.bytes);
  if (memory === undefined) return undefined;
  fillLayout(memory.buffer, layout, banks, declarations);
  const ring = new Ring(new Int32Array(memory.buffer), layout.blocks);
  close = () => { ring.close(); };
  return new RecordSamples(out.subject, banks, recordBytes(banks, declarations.codes), ring, loan, { memory, module, layout, fd: loan.fd });
}

/** A memory of so many bytes, or undefined where the system has no more. */
function newMemory(bytes: number): WebAssembly.Memory | undefined {
  const pages = Math.ceil(bytes / 2 ** 16);
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

class RecordSamples implements Samples {
  readonly #subject: string;
  readonly #banks: readonly SignalBank[];
  readonly #copies: readonly BankCopy[];
  readonly #loads: readonly SignalBank['loads'][];
  /** The load counters at the last sample. */
  readonly #seen: (number | undefined)[];
  readonly #recordWords: number;
  readonly #ring: Ring;
  readonly #loan: Loan;
  readonly #task: ThreadTask;
  readonly #words: Int32Array;
  readonly #drain = (from: number, to: number): number => (this.#formatterHere().format(from, to) ? Failure.none : Failure.misfit);
  /** Where the next record goes, and the end of its block, as indices of words. */
  #at = 0;
  #end = 0;
  #formatter: Formatter | undefined;
  #threaded = !BUILT;

  constructor(subject: string, banks: readonly SignalBank[], bytes: number, ring: Ring, loan: Loan, task: ThreadTask) {
    this.#subject = subject;
    this.#banks = banks;
    this.#copies = banks.map((bank) => new BankCopy(bank));
    this.#loads = banks.map(({ loads }) => loads);
    this.#seen = banks.map(() => undefined);
    this.#recordWords = bytes / 4;
    this.#ring = ring;
    this.#loan = loan;
    this.#task = task;
    this.#words = new Int32Array(task.memory.buffer);
    this.#beginBlock();
  }

  sample(cycle: number): void {
    if (this.#at + this.#recordWords > this.#end) this.#handOver();
    const words = this.#words;
    let at = this.#at;
    words[at++] = cycle | 0;
    words[at++] = Math.floor(cycle / 2 ** 32);
    for (let index = 0; index < this.#copies.length; index++) {
      const loads = this.#loads[index]?.count;
      if (loads !== undefined && loads === this.#seen[index]) continue;
      this.#seen[index] = loads;
      words[at++] = index;
      at = this.#copies[index].write(words, at);
    }
    words[at++] = -1;
    this.#at = at;
  }

  finish(cycle: number): void {
    this.#loan.orAbort(() => {
      this.#ring.push(4 * this.#at);
      this.#settle(0);
      this.#ring.close();
      this.#formatterHere().finish(cycle);
    });
  }

  /** Hands a full block over and begins the next one. */
  #handOver(): void {
    this.#loan.orAbort(() => {
      this.#ring.push(4 * this.#at);
      if (!this.#threaded && this.#ring.pending >= THREAD_BLOCKS) this.#startThread();
      this.#settle(BLOCKS - 1);
    });
    this.#beginBlock();
  }

  #beginBlock(): void {
    this.#at = this.#ring.next / 4;
    this.#end = this.#at + BLOCK_BYTES / 4;
  }

  /** Waits until at most so many blocks are pending. @throws what failed on either thread */
  #settle(most: number): void {
    if (!this.#ring.settle(most, this.#drain)) throw new InputError(`${this.#subject}: cannot write: the system took no bytes for ${STALL_MS / 1000} s`);
    const { failure } = this.#ring;
    if (failure !== Failure.none) throw this.#failed(failure);
  }

  #failed(failure: number): Error {
    if (failure < 0) return new WriteFailure(failure);
    if (failure === Failure.noBytes) return new NoBytesTaken();
    if (failure === Failure.misfit) return this.#misfit();
    return new Error(`${this.#subject}: the thread that writes it failed`);
  }

  #misfit(): RangeError {
    const { bank, index, at } = wrongValue(this.#words, this.#task.layout);
    const view = new DataView(this.#words.buffer);
    const { kind, width } = this.#banks[bank];
    const found = width > 32 ? view.getFloat64(at, true) : kind === 'signed' ? view.getInt32(at, true) : view.getUint32(at, true);
    return misfit(this.#banks[bank], index, found);
  }

  /** This thread's own way to the formatter, made when it is needed. */
  #formatterHere(): Formatter {
    const { memory, module, layout, fd } = this.#task;
    this.#formatter ??= formatterOn(memory, module, layout, (bytes) => { writeAll(fd, bytes); });
    return this.#formatter;
  }

  #startThread(): void {
    this.#threaded = true;
    const thread = new Worker(new URL('./vcd-thread.js', import.meta.url), { workerData: this.#task });
    // Without the thread, this one drains the ring alone.
    thread.on('error', () => undefined);
    thread.unref();
  }
}

/** A failure of the system on the other thread, with `errno` and `code` as those of this thread have them. */
class WriteFailure extends Error {
  readonly errno: number;
  readonly code: string;

  constructor(errno: number) {
    const code = getSystemErrorMap().get(errno)?.[0] ?? 'unknown';
    super(`${code}: write`);
    this.errno = errno;
    this.code = code;
  }
}
