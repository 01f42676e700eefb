/** Simulated cycles of one 16-lane element on 3x3 groups, in the ways that `runCycle` has, and with the waveform writer. */
import { join } from 'node:path';
import type { Benchmark } from './benchmark.ts';
import { library } from './library.ts';
import { timed } from './measure.ts';
import { randomTensor, SPREAD } from './operands.ts';

const { convolution, DEFAULT_ARRAY, finish, mlsDatapath, mlsDefaults, openOutput, openVcd, outputGrid, layerCycles, PLAIN_CONVOLUTION, runCycle } = library;

const CASE = '16 lanes, 3x3';
/** The cycles of the case that writes them all: so many that the start of the thread which writes, some 40 ms, is a small part as it is in a layer. */
const TRACED = 200_000;

class Enough extends Error {}

export function cycleBenchmark(engine: string, cycles: number, run: () => unknown): Benchmark {
  return { bench: 'cycle', case: CASE, threads: 1, engine, unit: 'mcycles', work: cycles, run: timed(run) };
}

/** @param folder where the waveform may be written */
export function cycleBenchmarks(folder: string): readonly Benchmark[] {
  const x = randomTensor([16, 64, 3, 3], 4, SPREAD.weights);
  const y = randomTensor([1, 64, 28, 28], 5, SPREAD.activations);
  const conv = convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
  const datapath = mlsDatapath(mlsDefaults(x, y));
  const cycles = Number(layerCycles(outputGrid(conv, 1), DEFAULT_ARRAY).total);

  const traced = (): void => {
    const out = openOutput(join(folder, 'trace.vcd'));
    let waveform: ReturnType<typeof openVcd> | undefined;
    try {
      finish(
        runCycle(conv, datapath, x, y, DEFAULT_ARRAY, 1, {
          toggles: false,
          onEdge: (cycle, _slot, [element]) => {
            waveform ??= openVcd(out, { comments: [], timescale: '1 ns', top: 'pe', clk: true }, element.banks);
            waveform.sample(cycle);
            if (cycle === TRACED) throw new Enough();
          },
        }),
      );
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
    }
    waveform?.finish(TRACED + 1);
    out.abort();
  };

  return [
    cycleBenchmark('operation counters', cycles, () => finish(runCycle(conv, datapath, x, y, DEFAULT_ARRAY, 1, { toggles: false }))),
    cycleBenchmark('operation counters and toggles', cycles, () => finish(runCycle(conv, datapath, x, y, DEFAULT_ARRAY, 1))),
    cycleBenchmark('stepped, all registers visible', cycles, () => finish(runCycle(conv, datapath, x, y, DEFAULT_ARRAY, 1, { stepped: true, toggles: false }))),
    cycleBenchmark('full trace to disk', TRACED, traced),
  ];
}
