/** A thread's share of a run: units that a counter in the shared memory hands out, so that nobody waits for the slowest. */
import { foldPartAt, partCount, sharedRows, type RowSource } from './fold-rows.ts';
import type { Kernels } from './kernels.ts';
import type { SharedLayout, ThreadLayout } from './layout.ts';
import { imageOf } from './matrix-form.ts';
import { padPart } from './pad.ts';
import { queueOf, sliceCount, slicesOfUnit, unitAt, type RunDescription } from './run-description.ts';
import { UnitRunner } from './unit.ts';
import { awaitWord, wordReached } from './wait.ts';

export interface Share {
  readonly description: RunDescription;
  readonly own: ThreadLayout;
  /** The number of the thread, from 0. */
  readonly thread: number;
}

/** Words at `counter`: what may be done, and how many threads have found no slice left. */
const PHASE = 0;
const LEFT = 1;
/** Of X: the number of its next part, how many are folded, and how many planes of codes are there. */
const PART = 2;
const FOLDED = 3;
const PLANES = 4;
/** How many images of Y are there, and of one that is padded together the number of its next part, and how many are padded. */
const IMAGES = 5;
const PAD = 6;
const PADDED = 7;
/** From here on by queue, how many of its slices are taken. */
const TAKEN = 8;

/** What may be done: nothing, parts of X may be folded, those of Y may be padded, or units may be taken. */
const CLOSED = 0;
const ROWS = 1;
const COLUMNS = 2;
const UNITS = 3;

/** More than any number of slices, parts, planes or images; and threads may still count on from it. */
const ALL = 2 ** 30;

function wordsOf(memory: WebAssembly.Memory, { counter }: SharedLayout, queues = 0): Int32Array {
  return new Int32Array(memory.buffer, counter, TAKEN + queues);
}

/** By job, how many of its slices have ended. */
function endedOf(memory: WebAssembly.Memory, { form, shared }: RunDescription): Int32Array {
  return new Int32Array(memory.buffer, shared.ended, form.jobs);
}

/** Lets nobody do anything yet. */
export function closeRun(memory: WebAssembly.Memory, run: RunDescription): void {
  endedOf(memory, run).fill(0);
  const words = wordsOf(memory, run.shared, run.queues);
  words.fill(0);
  words[PART] = ALL;
  words[PHASE] = CLOSED;
}

function enter(words: Int32Array, phase: number): void {
  Atomics.store(words, PHASE, phase);
  Atomics.notify(words, PHASE);
}

/** Lets threads fold parts of X. */
export function openRows(memory: WebAssembly.Memory, shared: SharedLayout): void {
  const words = wordsOf(memory, shared);
  Atomics.store(words, PART, 0);
  enter(words, ROWS);
}

/** Lets threads pad parts of Y. */
export function openColumns(memory: WebAssembly.Memory, shared: SharedLayout): void {
  enter(wordsOf(memory, shared), COLUMNS);
}

/** Says how many planes of X have their codes in memory. */
export function putPlanes(memory: WebAssembly.Memory, shared: SharedLayout, planes: number): void {
  const words = wordsOf(memory, shared);
  Atomics.store(words, PLANES, planes);
  Atomics.notify(words, PLANES);
}

/** Says how many images of Y are in memory, as units need them. */
export function putImages(memory: WebAssembly.Memory, shared: SharedLayout, images: number): void {
  const words = wordsOf(memory, shared);
  Atomics.store(words, IMAGES, images);
  Atomics.notify(words, IMAGES);
}

/** Lets threads take units. */
export function openUnits(memory: WebAssembly.Memory, shared: SharedLayout): void {
  enter(wordsOf(memory, shared), UNITS);
}

/** Leaves nothing to be done, whatever was open. */
export function abandonRun(memory: WebAssembly.Memory, { shared, queues }: RunDescription): void {
  const words = wordsOf(memory, shared, queues);
  for (let queue = 0; queue < queues; queue++) Atomics.store(words, TAKEN + queue, ALL);
  Atomics.store(words, PART, ALL);
  Atomics.store(words, PAD, ALL);
  putPlanes(memory, shared, ALL);
  putImages(memory, shared, ALL);
  enter(words, UNITS);
}

/** Says that a thread has found no unit left, and writes nothing more. */
export function leaveRun(memory: WebAssembly.Memory, shared: SharedLayout): void {
  const words = wordsOf(memory, shared);
  Atomics.add(words, LEFT, 1);
  Atomics.notify(words, LEFT);
}

/** Waits until so many threads have left. @param check throws where they never will */
export function haveLeft(memory: WebAssembly.Memory, shared: SharedLayout, threads: number, check: () => void): Promise<void> {
  return wordReached(wordsOf(memory, shared), LEFT, threads, check);
}

/** Waits until all parts of X are folded. @param check throws where they never will */
export function areFolded(memory: WebAssembly.Memory, description: RunDescription, check: () => void): Promise<void> {
  return wordReached(wordsOf(memory, description.shared), FOLDED, partCount(description), check);
}

/** Waits until all parts of Y are padded. @param check throws where they never will */
export function arePadded(memory: WebAssembly.Memory, { shared, padParts }: RunDescription, check: () => void): Promise<void> {
  return wordReached(wordsOf(memory, shared), PADDED, padParts, check);
}

/** Pads parts of Y until none is left, where they are open. */
export function padShare(kernels: Kernels, run: RunDescription): void {
  const words = wordsOf(kernels.memory, run.shared);
  for (let part = Atomics.add(words, PAD, 1); part < run.padParts; part = Atomics.add(words, PAD, 1)) {
    padPart(run, kernels, { first: 0, count: run.padPlanes }, part);
    Atomics.add(words, PADDED, 1);
    Atomics.notify(words, PADDED);
  }
}

/** The codes of X as they come into memory. @param watchMs how long a thread watches a word before it sleeps */
function arrivingRows(words: Int32Array, description: RunDescription, watchMs: number): RowSource {
  return sharedRows(description, (planes) => {
    awaitWord(words, PLANES, planes, watchMs);
  });
}

/** Folds parts of X until none is left, where they are open. */
export function foldShare(kernels: Kernels, { description, own }: Share, watchMs: number): void {
  const words = wordsOf(kernels.memory, description.shared);
  const source = arrivingRows(words, description, watchMs);
  const parts = partCount(description);
  for (let part = Atomics.add(words, PART, 1); part < parts; part = Atomics.add(words, PART, 1)) {
    foldPartAt(description, kernels, part, source, own.foldScratch);
    Atomics.add(words, FOLDED, 1);
    Atomics.notify(words, FOLDED);
  }
}

/** Takes the next unit of a thread's own queue, or where that is empty of another one. @returns its first slice, and how many it has: none where all are taken */
function takeUnit(words: Int32Array, description: RunDescription, thread: number): { readonly slice: number; readonly slices: number } {
  const { queues } = description;
  for (let i = 0; i < queues; i++) {
    const queue = (thread + i) % queues;
    const { first, end } = queueOf(description, queue);
    for (let taken = Atomics.load(words, TAKEN + queue); first + taken < end; taken = Atomics.load(words, TAKEN + queue)) {
      const slices = slicesOfUnit(description, first + taken, end);
      if (Atomics.compareExchange(words, TAKEN + queue, taken, taken + slices) === taken) return { slice: first + taken, slices };
    }
  }
  return { slice: 0, slices: 0 };
}

/** How many slices are taken of all queues. */
function takenSlices(words: Int32Array, { queues }: RunDescription): number {
  let taken = 0;
  for (let queue = 0; queue < queues; queue++) taken += Atomics.load(words, TAKEN + queue);
  return taken;
}

/** Takes units until none is left, and yields after each how many slices are taken by all threads. @param source of rows that units fold @param watchMs how long a thread watches a word before it sleeps */
export function* takeUnits(kernels: Kernels, { description, own, thread }: Share, source: RowSource, watchMs: number): Generator<number, void, undefined> {
  const words = wordsOf(kernels.memory, description.shared, description.queues);
  const ended = endedOf(kernels.memory, description);
  const runner = new UnitRunner(description, kernels, own, source);
  for (let next = takeUnit(words, description, thread); next.slices > 0; next = takeUnit(words, description, thread)) {
    const unit = unitAt(description, next.slice, next.slices);
    awaitWord(words, IMAGES, imageOf(description.form, unit.job) + 1, watchMs);
    runner.runUnit(unit);
    Atomics.add(ended, unit.job, next.slices);
    yield takenSlices(words, description);
  }
}

/** How many jobs have all their outputs, from the first one on. @param known at least so many */
export function finishedJobs(memory: WebAssembly.Memory, description: RunDescription, known: number): number {
  const ended = endedOf(memory, description);
  const slices = sliceCount(description) / ended.length;
  let jobs = known;
  while (jobs < ended.length && Atomics.load(ended, jobs) === slices) jobs++;
  return jobs;
}

/** All that a thread beside the first one does of a run, as it opens. */
export function runShare(kernels: Kernels, share: Share, watchMs: number): void {
  const words = wordsOf(kernels.memory, share.description.shared);
  awaitWord(words, PHASE, ROWS, watchMs);
  foldShare(kernels, share, watchMs);
  awaitWord(words, PHASE, COLUMNS, watchMs);
  padShare(kernels, share.description);
  awaitWord(words, PHASE, UNITS, watchMs);
  const units = takeUnits(kernels, share, arrivingRows(words, share.description, watchMs), watchMs);
  while (units.next().done !== true);
}
