import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Steps } from '../../../src/bits/steps.ts';
import { elementFormat } from '../../../src/formats/element.ts';
import { convolution, PLAIN_CONVOLUTION } from '../../../src/sim/convolution.ts';
import { planFastRun } from '../../../src/sim/fast/fast-run.ts';
import type * as Pool from '../../../src/sim/fast/pool.ts';
import { queueOf, slicesOfUnit } from '../../../src/sim/fast/run-description.ts';
import type * as Threads from '../../../src/sim/fast/threads.ts';
import type { ConvolutionResult } from '../../../src/sim/result.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { datapathOf, filledTensor, layerCases, type Contents } from './layers.ts';
import { differences, expectedResult, formOf } from './oracle.ts';

// A thread loads its module from the built program.
const { closeThreads, convolveOnThreads } = (await import(new URL('../../../dist/sim/fast/threads.js', import.meta.url).href)) as typeof Threads;
const { poolOf, handOver } = (await import(new URL('../../../dist/sim/fast/pool.js', import.meta.url).href)) as typeof Pool;
afterAll(closeThreads);

const CONTENTS: Contents = { element: elementFormat(2, 4), extreme: false, zeroPlanes: false, scaleBase: 0, scaleSpread: 3, Mg: 1, tensorScale: 1 };

describe('threads', () => {
  it('give the same bits, counts and overflows, however many there are', async () => {
    const used = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(layerCases, async (layer) => {
        const { conv, x, y } = layer;
        const datapath = datapathOf(layer);
        const expected = expectedResult(conv, datapath, x, y);
        for (const threads of [1, 2, 5]) {
          const run = planFastRun(conv, formOf(datapath), x, y, datapath.tensorScaleMultiplications, threads);
          if (!('refused' in run)) used.set(run.threads.length, (used.get(run.threads.length) ?? 0) + 1);
          expect(differences(await convolveOnThreads(conv, datapath, x, y, { threads }), expected)).toBe('');
        }
      }),
      { numRuns: 60 },
    );
    expect(used.get(2)).toBeGreaterThan(20);
    expect(used.get(5)).toBeGreaterThan(20);
  });

  it('let several runs wait for each other', async () => {
    const layers = fc.sample(layerCases, 12);
    const found = await Promise.all(layers.map((layer) => convolveOnThreads(layer.conv, datapathOf(layer), layer.x, layer.y, { threads: 3 })));
    layers.forEach((layer, i) => { expect(differences(found[i], expectedResult(layer.conv, datapathOf(layer), layer.x, layer.y))).toBe(''); });
  });

  it('all take part in runs that follow one another at once', async () => {
    const x = filledTensor([64, 16, 3, 3], CONTENTS, 1);
    const y = filledTensor([1, 16, 40, 40], CONTENTS, 2);
    const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const datapath = mlsDatapath(mlsDefaults(x, y));
    const plan = planFastRun(conv, formOf(datapath), x, y, 1, 2);
    if ('refused' in plan) throw new Error(plan.refused);
    let units = 0;
    for (let queue = 0; queue < plan.description.queues; queue++) {
      const { first, end } = queueOf(plan.description, queue);
      for (let slice = first; slice < end; slice += slicesOfUnit(plan.description, slice, end)) units++;
    }
    expect(units).toBeGreaterThan(8);
    // This thread sleeps after its first unit, so that others can take all that are left; an event that has to come before would never come.
    let taken = 0;
    const asleep = new Int32Array(new SharedArrayBuffer(4));
    const drive = <Result>(steps: Steps<Result>): Result => {
      for (taken = 0; ; taken++) {
        const step = steps.next();
        if (step.done === true) return step.value;
        if (taken === 0) Atomics.wait(asleep, 0, 0, 1000);
      }
    };
    const expected = expectedResult(conv, datapath, x, y);
    for (let run = 0; run < 4; run++) {
      expect(differences(await convolveOnThreads(conv, datapath, x, y, { threads: 2, drive }), expected)).toBe('');
      // The first run starts the thread, which takes longer. Of a later one it may even have all units before this thread comes to its first one.
      if (run > 0) expect(taken).toBeLessThan(units / 2);
    }
  });

  it('fold rows of which some are not there yet when they begin', async () => {
    for (const pass of ['forward', 'input-grad'] as const) {
      const x = filledTensor([160, 144, 3, 3], CONTENTS, 1);
      const y = filledTensor([1, pass === 'forward' ? 144 : 160, 7, 7], CONTENTS, 2);
      const conv = convolution(pass, x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
      const datapath = mlsDatapath(mlsDefaults(x, y));
      const plan = planFastRun(conv, formOf(datapath), x, y, 1, 2);
      expect('refused' in plan ? undefined : plan.description.blocking).toMatchObject({ late: expect.anything() as unknown, rowSlices: expect.any(Number) as unknown });
      const expected = expectedResult(conv, datapath, x, y);
      for (const threads of [2, 3, 2, 5, 2]) expect(differences(await convolveOnThreads(conv, datapath, x, y, { threads }), expected)).toBe('');
    }
  });

  it('take units of images that are there while others are still brought into memory', async () => {
    const x = filledTensor([32, 32, 3, 3], CONTENTS, 1);
    const conv = convolution('forward', x.shape, [4, 32, 14, 14], { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const sleeping = new Int32Array(new SharedArrayBuffer(4));
    for (const element of [elementFormat(2, 4), elementFormat(0, 9)]) {
      for (const seed of [2, 3, 4]) {
        const y = filledTensor([4, 32, 14, 14], { ...CONTENTS, element }, seed);
        const datapath = mlsDatapath(mlsDefaults(x, y));
        // Threads have time for all units that they may take, on what the last run has left.
        const slow: typeof y = {
          ...y,
          get codes() {
            Atomics.wait(sleeping, 0, 0, 15);
            return y.codes;
          },
        };
        const expected = expectedResult(conv, datapath, x, y);
        for (const threads of [2, 3]) expect(differences(await convolveOnThreads(conv, datapath, x, slow, { threads }), expected)).toBe('');
      }
    }
  });

  it('wait for planes that others pad', async () => {
    const x = filledTensor([16, 16, 3, 3], CONTENTS, 1);
    const ys = [2, 3].map((seed) => filledTensor([1, 16, 64, 64], CONTENTS, seed));
    const conv = convolution('forward', x.shape, ys[0].shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const datapath = mlsDatapath(mlsDefaults(x, ys[0]));
    const plan = planFastRun(conv, formOf(datapath), x, ys[0], 1, 2);
    expect('refused' in plan ? 0 : plan.description.padParts).toBeGreaterThan(4);
    const expected = ys.map((y) => expectedResult(conv, datapath, x, y));
    // What the last run has left is never that of this one.
    for (let run = 0; run < 200; run++) expect(differences(await convolveOnThreads(conv, datapath, x, ys[run % 2], { threads: 2 }), expected[run % 2])).toBe('');
  });

  it('are told of a run that is like the last one but for its scale', async () => {
    const x = filledTensor([32, 32, 3, 3], CONTENTS, 1);
    const y = filledTensor([1, 32, 20, 20], CONTENTS, 2);
    const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const datapath = mlsDatapath(mlsDefaults(x, y));
    for (const tensorScale of [1, 1, 0.75, 0.75, 1, 3, 1]) {
      const scaled = { ...y, tensorScale };
      expect(differences(await convolveOnThreads(conv, datapath, x, scaled, { threads: 2 }), expectedResult(conv, datapath, x, scaled))).toBe('');
    }
  });

  it('choose the nodes of a unit of fewer rows anew', async () => {
    // Several panels, and scales so far apart that nodes differ from rows to rows and from chunk to chunk.
    const contents = { ...CONTENTS, scaleSpread: 9 };
    const x = filledTensor([64, 64, 3, 3], contents, 1);
    const y = filledTensor([1, 64, 40, 40], { ...contents, scaleSpread: 1 }, 2);
    const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const datapath = mlsDatapath(mlsDefaults(x, y));
    const expected = expectedResult(conv, datapath, x, y);
    for (const threads of [2, 3, 2, 3, 2, 3, 2, 3]) expect(differences(await convolveOnThreads(conv, datapath, x, y, { threads }), expected)).toBe('');
  });

  it('put their outputs where the caller has room', async () => {
    const x = filledTensor([32, 32, 3, 3], CONTENTS, 1);
    const into = new Uint32Array(3 * 32 * 14 * 14);
    for (const seed of [2, 3]) {
      const y = filledTensor([3, 32, 14, 14], CONTENTS, seed);
      const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
      const datapath = mlsDatapath(mlsDefaults(x, y));
      for (const threads of [1, 2]) {
        into.fill(1);
        const found = await convolveOnThreads(conv, datapath, x, y, { threads, into });
        expect(found.bits).toBe(into);
        expect(differences(found, expectedResult(conv, datapath, x, y))).toBe('');
      }
      await expect(convolveOnThreads(conv, datapath, x, y, { threads: 2, into: into.subarray(1) })).rejects.toThrow('into: expected 18816 words, one for each output, found 18815');
    }
  });

  it('come back when they have waited too long for another run', async () => {
    const [layer] = fc.sample(layerCases.filter(({ conv, parameters }) => conv.outputShape[2] * conv.outputShape[3] > 60 && parameters.accumulatorWidth === 32), 1);
    const { conv, x, y } = layer;
    const datapath = datapathOf(layer);
    const expected = expectedResult(conv, datapath, x, y);
    // A thread waits for 20 ms.
    for (const ms of [0, 30, 15, 18, 19, 20, 21, 22, 25, 0, 60]) {
      expect(differences(await convolveOnThreads(conv, datapath, x, y, { threads: 2 }), expected)).toBe('');
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  });

  it('are replaced where a run fails on one', async () => {
    const x = filledTensor([64, 16, 3, 3], CONTENTS, 1);
    const y = filledTensor([1, 16, 20, 20], CONTENTS, 2);
    const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const datapath = mlsDatapath(mlsDefaults(x, y));
    const run = planFastRun(conv, formOf(datapath), x, y, 1, 2);
    if ('refused' in run) throw new Error(run.refused);
    const expected = expectedResult(conv, datapath, x, y);
    expect(differences(await convolveOnThreads(conv, datapath, x, y, { threads: 2 }), expected)).toBe('');
    // A memory that ends before the words of the run.
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    const description = { ...run.description, shared: { ...run.description.shared, counter: 2 ** 20 } };
    for (let again = 0; again < 2; again++) {
      const thread = await handOver(await poolOf(1), 0, { memory, module: run.module }, { description, own: run.threads[1], thread: 1 });
      await thread.ended;
      expect(thread.failure?.error).toBeInstanceOf(Error);
      expect(differences(await convolveOnThreads(conv, datapath, x, y, { threads: 2 }), expected)).toBe('');
    }
  });

  it('are given no run when they have ended', async () => {
    const x = filledTensor([64, 16, 3, 3], CONTENTS, 1);
    const y = filledTensor([1, 16, 20, 20], CONTENTS, 2);
    const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const datapath = mlsDatapath(mlsDefaults(x, y));
    const expected = expectedResult(conv, datapath, x, y);
    await convolveOnThreads(conv, datapath, x, y, { threads: 2 });
    const { threads } = await poolOf(1);
    const [thread] = threads;
    // As it is after an error between two runs.
    thread.hasEnded = true;
    expect(differences(await convolveOnThreads(conv, datapath, x, y, { threads: 2 }), expected)).toBe('');
    expect(threads[0]).not.toBe(thread);
  });

  it('leave nothing behind in a thread that stays', async () => {
    const x = filledTensor([64, 16, 3, 3], CONTENTS, 1);
    const y = filledTensor([1, 16, 20, 20], CONTENTS, 2);
    const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const datapath = mlsDatapath(mlsDefaults(x, y));
    await convolveOnThreads(conv, datapath, x, y, { threads: 2 });
    const [thread] = (await poolOf(1)).threads;
    // Whatever is called when it ends would be kept until then.
    let reactions = 0;
    const then = thread.ended.then.bind(thread.ended);
    void Object.assign(thread.ended, {
      then(...handlers: Parameters<typeof then>) {
        reactions++;
        return then(...handlers);
      },
    });
    for (let run = 0; run < 3; run++) await convolveOnThreads(conv, datapath, x, y, { threads: 2 });
    expect(reactions).toBe(0);
    await closeThreads();
    expect(thread.hasEnded).toBe(true);
  });

  it('give their error where they cannot start, in each run', () => {
    const script = `
      const { convolution, convolveOnThreads, elementFormat, groupScaleFormat, mlsDatapath, mlsDefaults, PLAIN_CONVOLUTION } = await import(${JSON.stringify(new URL('../../../dist/index.js', import.meta.url).href)});
      const tensor = (shape) => ({ shape, element: elementFormat(2, 4), scaleFormat: groupScaleFormat(8, 1), tensorScale: 1,
        codes: new Uint16Array(shape[0] * shape[1] * shape[2] * shape[3]).fill(3), scales: new Uint16Array(shape[0] * shape[1]) });
      const [x, y] = [tensor([64, 16, 3, 3]), tensor([1, 16, 20, 20])];
      const conv = convolution('forward', x.shape, y.shape, PLAIN_CONVOLUTION);
      for (let run = 0; run < 2; run++) await convolveOnThreads(conv, mlsDatapath(mlsDefaults(x, y)), x, y, { threads: 3 }).catch(({ message }) => console.log(message));`;
    const onThreads = "import { isMainThread } from 'node:worker_threads'; if (!isMainThread) throw new Error('no thread today');";
    const found = execFileSync(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(onThreads)}`, '--input-type=module', '--eval', script], { encoding: 'utf8', timeout: 30_000 });
    expect(found).toBe('no thread today\nno thread today\n');
  });

  it('are left in order when the caller stops', async () => {
    const [layer] = fc.sample(layerCases.filter(({ conv }) => conv.outputShape[2] * conv.outputShape[3] > 60), 1);
    const stop = <Result>(steps: Steps<Result>): Result => {
      steps.next();
      throw new Error('stopped');
    };
    await expect(convolveOnThreads(layer.conv, datapathOf(layer), layer.x, layer.y, { threads: 2, drive: stop })).rejects.toThrow('stopped');
    const again = await convolveOnThreads(layer.conv, datapathOf(layer), layer.x, layer.y, { threads: 2 });
    expect(differences(again, expectedResult(layer.conv, datapathOf(layer), layer.x, layer.y))).toBe('');
  });

  it.each(['any layer', 'a batch, whose later images are read when units are taken'])('are left in order where an operand cannot be read: %s', async (name) => {
    const [layer] = fc.sample(layerCases.filter(({ conv, parameters }) => conv.outputShape[2] * conv.outputShape[3] > 60 && parameters.accumulatorWidth === 32), 1);
    const [w, batch] = [filledTensor([32, 16, 3, 3], CONTENTS, 1), filledTensor([4, 16, 14, 14], CONTENTS, 2)];
    const { conv, x, y, datapath } =
      name === 'any layer'
        ? { ...layer, datapath: datapathOf(layer) }
        : { conv: convolution('forward', w.shape, batch.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] }), x: w, y: batch, datapath: mlsDatapath(mlsDefaults(w, batch)) };
    const { codes, scales } = y;
    let reads = 0;
    let last = Infinity;
    const counted = <Values>(values: Values): Values => {
      if (reads++ === last) {
        // Threads come to what isn't there.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
        throw new Error('unreadable');
      }
      return values;
    };
    const unsure: typeof y = {
      ...y,
      get codes() {
        return counted(codes);
      },
      get scales() {
        return counted(scales);
      },
    };
    const expected = expectedResult(conv, datapath, x, y);
    // A layer that is not known yet: of one that is, the plan may be taken again.
    const run = (): Promise<ConvolutionResult> => convolveOnThreads({ ...conv }, datapath, x, unsure, { threads: 2 });
    expect(differences(await run(), expected)).toBe('');
    const inAll = reads;
    expect(inAll).toBeGreaterThan(4);
    // The first ones are read for the plan, the last ones when the threads are awake.
    for (const one of new Set([0, 1, Math.floor(inAll / 2), inAll - 3, inAll - 2, inAll - 1])) {
      [reads, last] = [0, one];
      await expect(run()).rejects.toThrow('unreadable');
    }
    expect(differences(await convolveOnThreads(conv, datapath, x, y, { threads: 2 }), expected)).toBe('');
  });
});
