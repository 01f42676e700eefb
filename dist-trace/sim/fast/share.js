/** A thread's share of a run: units that a counter in the shared memory hands out, so that nobody waits for the slowest. */
import { foldPartAt, partCount, sharedRows } from "./fold-rows.js";
import { imageOf } from "./matrix-form.js";
import { sliceCount, slicesOfUnit, unitAt } from "./run-description.js";
import { UnitRunner } from "./unit.js";
import { awaitWord, wordReached } from "./wait.js";
/** Words at `counter`: the number of the next slice, what may be done, and how many threads have found none left. */
const NEXT = 0;
const PHASE = 1;
const LEFT = 2;
/** Of X: the number of its next part, how many are folded, and how many planes of codes are there. */
const PART = 3;
const FOLDED = 4;
const PLANES = 5;
/** How many images of Y are there. */
const IMAGES = 6;
const WORDS = 7;
/** What may be done: nothing, parts of X may be folded, or units may be taken. */
const CLOSED = 0;
const ROWS = 1;
const UNITS = 2;
/** More than any number of slices, parts, planes or images; and threads may still count on from it. */
const ALL = 2 ** 30;
function wordsOf(memory, { counter }) {
    return new Int32Array(memory.buffer, counter, WORDS);
}
/** By job, how many of its slices have ended. */
function endedOf(memory, { form, shared }) {
    return new Int32Array(memory.buffer, shared.ended, form.jobs);
}
/** Lets nobody do anything yet. */
export function closeRun(memory, run) {
    endedOf(memory, run).fill(0);
    const words = wordsOf(memory, run.shared);
    words.fill(0);
    words[PART] = ALL;
    words[PHASE] = CLOSED;
}
function enter(words, phase) {
    Atomics.store(words, PHASE, phase);
    Atomics.notify(words, PHASE);
}
/** Lets threads fold parts of X. */
export function openRows(memory, shared) {
    const words = wordsOf(memory, shared);
    Atomics.store(words, PART, 0);
    enter(words, ROWS);
}
/** Says how many planes of X have their codes in memory. */
export function putPlanes(memory, shared, planes) {
    const words = wordsOf(memory, shared);
    Atomics.store(words, PLANES, planes);
    Atomics.notify(words, PLANES);
}
/** Says how many images of Y are in memory, as units need them. */
export function putImages(memory, shared, images) {
    const words = wordsOf(memory, shared);
    Atomics.store(words, IMAGES, images);
    Atomics.notify(words, IMAGES);
}
/** Lets threads take units. */
export function openUnits(memory, shared) {
    enter(wordsOf(memory, shared), UNITS);
}
/** Leaves nothing to be done, whatever was open. */
export function abandonRun(memory, shared) {
    const words = wordsOf(memory, shared);
    Atomics.store(words, NEXT, ALL);
    Atomics.store(words, PART, ALL);
    putPlanes(memory, shared, ALL);
    putImages(memory, shared, ALL);
    enter(words, UNITS);
}
/** Says that a thread has found no unit left, and writes nothing more. */
export function leaveRun(memory, shared) {
    const words = wordsOf(memory, shared);
    Atomics.add(words, LEFT, 1);
    Atomics.notify(words, LEFT);
}
/** Waits until so many threads have left. @param check throws where they never will */
export function haveLeft(memory, shared, threads, check) {
    return wordReached(wordsOf(memory, shared), LEFT, threads, check);
}
/** Waits until all parts of X are folded. @param check throws where they never will */
export function areFolded(memory, description, check) {
    return wordReached(wordsOf(memory, description.shared), FOLDED, partCount(description), check);
}
/** The codes of X as they come into memory. @param watchMs how long a thread watches a word before it sleeps */
function arrivingRows(words, description, watchMs) {
    return sharedRows(description, (planes) => {
        awaitWord(words, PLANES, planes, watchMs);
    });
}
/** Folds parts of X until none is left, where they are open. */
export function foldShare(kernels, { description, own }, watchMs) {
    const words = wordsOf(kernels.memory, description.shared);
    const source = arrivingRows(words, description, watchMs);
    const parts = partCount(description);
    for (let part = Atomics.add(words, PART, 1); part < parts; part = Atomics.add(words, PART, 1)) {
        foldPartAt(description, kernels, part, source, own.foldScratch);
        Atomics.add(words, FOLDED, 1);
        Atomics.notify(words, FOLDED);
    }
}
/** Takes the next unit. @returns its first slice, and how many it has: none where all are taken */
function takeUnit(words, description) {
    const end = sliceCount(description);
    for (let slice = Atomics.load(words, NEXT); slice < end; slice = Atomics.load(words, NEXT)) {
        const slices = slicesOfUnit(description, slice);
        if (Atomics.compareExchange(words, NEXT, slice, slice + slices) === slice)
            return { slice, slices };
    }
    return { slice: end, slices: 0 };
}
/** Takes units until none is left, and yields the end of the slices of each. @param source of rows that units fold @param watchMs how long a thread watches a word before it sleeps */
export function* takeUnits(kernels, { description, own }, source, watchMs) {
    const words = wordsOf(kernels.memory, description.shared);
    const ended = endedOf(kernels.memory, description);
    const runner = new UnitRunner(description, kernels, own, source);
    for (let next = takeUnit(words, description); next.slices > 0; next = takeUnit(words, description)) {
        const unit = unitAt(description, next.slice, next.slices);
        awaitWord(words, IMAGES, imageOf(description.form, unit.job) + 1, watchMs);
        const t0_=(performance.timeOrigin+performance.now()); runner.runUnit(unit); (globalThis.TT??=[]).push([t0_,(performance.timeOrigin+performance.now())]);
        Atomics.add(ended, unit.job, next.slices);
        yield next.slice + next.slices;
    }
}
/** How many jobs have all their outputs, from the first one on. @param known at least so many */
export function finishedJobs(memory, description, known) {
    const ended = endedOf(memory, description);
    const slices = sliceCount(description) / ended.length;
    let jobs = known;
    while (jobs < ended.length && Atomics.load(ended, jobs) === slices)
        jobs++;
    return jobs;
}
/** All that a thread beside the first one does of a run, as it opens. */
export function runShare(kernels, share, watchMs) {
    const words = wordsOf(kernels.memory, share.description.shared);
    awaitWord(words, PHASE, ROWS, watchMs);
    foldShare(kernels, share, watchMs);
    awaitWord(words, PHASE, UNITS, watchMs);
    const units = takeUnits(kernels, share, arrivingRows(words, share.description, watchMs), watchMs);
    while (units.next().done !== true)
        ;
}
//# sourceMappingURL=share.js.map