/** A process that runs one layer for a while whenever it is told to: see `processes.ts`. */
import { layerCase } from './layer-case.ts';
import { SQUARE_LAYERS } from './layers.ts';
import { library } from './library.ts';
import type { ProcessAnswer, ProcessTask } from './processes.ts';

const { convolve } = library;

let ready: { readonly layer: string; readonly run: () => Uint32Array } | undefined;

process.on('message', ({ layer: name, seconds }: ProcessTask) => {
  if (ready?.layer !== name) ready = { layer: name, run: runOf(name) };
  const { run } = ready;
  // Of the first run, that isn't timed.
  const bits = run();
  const start = performance.now();
  let runs = 0;
  for (; performance.now() - start < 1000 * seconds; runs++) run();
  process.send?.({ bits, runsPerSecond: runs / ((performance.now() - start) / 1000) } satisfies ProcessAnswer);
});

function runOf(name: string): () => Uint32Array {
  const layer = SQUARE_LAYERS.find((one) => one.name === name);
  if (layer === undefined) throw new Error(`no layer is called ${name}`);
  const { conv, operands } = layerCase(name, layer, 'forward');
  const { x, y, datapath, into } = operands();
  return () => convolve(conv, datapath, x, y, into).bits;
}
