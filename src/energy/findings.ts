/** What the ratios alone would hide: where another arithmetic is cheaper than MLS, and what a convention or a table leaves out. */
import type { TopologyLayer } from '../networks/topology.ts';
import type { Arithmetic } from './arithmetic.ts';
import { CONV_PASSES, type ConvPass, type Scope, type Workload } from './counts.ts';
import type { PlaceEnergy } from './estimate.ts';
import type { EnergyRequest, TableEnergy } from './report.ts';

/** Something to say beside the figures, as plain text. */
export interface Finding {
  readonly kind: 'loss' | 'assumption' | 'left-out';
  readonly text: string;
  /** The arithmetic that a loss is against, with the layers and passes where it is cheaper. */
  readonly loss?: Loss;
}

export interface Loss {
  readonly table: string;
  readonly arithmetic: Arithmetic;
  readonly layers: readonly LayerLoss[];
  /** Whether it is cheaper over the whole network. */
  readonly inTotal: boolean;
}

/** A convolution that is cheaper elsewhere than in MLS. */
export interface LayerLoss {
  readonly layer: string;
  readonly kernel: readonly [number, number];
  /** Passes whose convolution, without quantization, is cheaper. */
  readonly passes: readonly ConvPass[];
  /** Whether all passes together are, quantization included. */
  readonly wholeLayer: boolean;
}

export const PASS_TITLES: Readonly<Record<ConvPass, string>> = { forward: 'forward', weightGradient: 'weight gradient', inputGradient: 'input gradient' };

export function findings(request: EnergyRequest, tables: readonly TableEnergy[]): readonly Finding[] {
  const losses = tables.flatMap((under) => tableLosses(request.topology.layers, request.workload, under));
  const named = tables.length > 1;
  return [
    ...losses.map((loss): Finding => ({ kind: 'loss', text: `${named ? `${loss.table}: ` : ''}${lossText(loss, request)}`, loss })),
    ...tables.flatMap((under) => assumptions(under)),
    ...leftOut(request),
    ...(request.notes ?? []).map((text): Finding => ({ kind: 'left-out', text })),
  ];
}

/** Where the others are cheaper than MLS under a table, at least in one pass of one layer. */
export function tableLosses(layers: readonly TopologyLayer[], workload: Workload, { table, arithmetics }: TableEnergy): readonly Loss[] {
  const mls = arithmetics.find(({ arithmetic }) => arithmetic === 'mls');
  if (mls === undefined) return [];
  return arithmetics
    .filter((other) => other !== mls)
    .map((other) => ({
      table: table.name,
      arithmetic: other.arithmetic,
      layers: layers.flatMap((layer, i) => (layer.kind === 'conv' ? layerLoss(layer, workload, mls.places[i], other.places[i]) : [])),
      inTotal: other.total < mls.total,
    }))
    .filter(({ layers: found, inTotal }) => found.length > 0 || inTotal);
}

function layerLoss({ name, kernel }: TopologyLayer, workload: Workload, mls: PlaceEnergy, other: PlaceEnergy): readonly LayerLoss[] {
  // In inference the quantization of activations is part of the forward pass.
  const convolution = ({ passes: energies, rows }: PlaceEnergy, pass: ConvPass): bigint => energies[pass] - (workload === 'inference' ? rows.dqActivation : 0n);
  const passes = CONV_PASSES.filter((pass) => mls.passes[pass] > 0n && convolution(other, pass) < convolution(mls, pass));
  const wholeLayer = other.total < mls.total;
  return passes.length === 0 && !wholeLayer ? [] : [{ layer: name, kernel, passes, wholeLayer }];
}

function lossText({ arithmetic, layers, inTotal }: Loss, { topology }: EnergyRequest): string {
  const convolutions = topology.layers.filter(({ kind }) => kind === 'conv').length;
  const whole = layers.filter(({ wholeLayer }) => wholeLayer);
  const total = inTotal ? `${arithmetic} takes less energy than mls in total` : '';
  const caveat = arithmetic === 'int8' ? '; its cost is accuracy, which this model does not see' : '';
  if (whole.length === convolutions) return `${total}, and in each of the ${convolutions} convolutions${caveat}`;
  const inPasses = layers.filter(({ passes }) => passes.length > 0);
  const kernels = [...new Set(inPasses.map(({ kernel }) => kernel.join('x')))].join(', ');
  const passes = CONV_PASSES.filter((pass) => inPasses.some((layer) => layer.passes.includes(pass))).map((pass) => PASS_TITLES[pass]);
  const parts = [
    ...(inTotal ? [`${total}${caveat}`] : []),
    ...(inPasses.length === 0
      ? []
      : [`${arithmetic} is cheaper than mls in passes of ${inPasses.length} of ${convolutions} convolutions (kernel ${kernels}; ${passes.join(', ')}): ${list(inPasses)}`]),
    ...(whole.length === 0 ? [] : [`with quantization, ${arithmetic} is cheaper over all passes of ${whole.length}: ${list(whole)}`]),
  ];
  return parts.join('; ');
}

const LISTED = 8;
function list(layers: readonly LayerLoss[]): string {
  const names = layers.slice(0, LISTED).map(({ layer }) => layer);
  return layers.length > LISTED ? `${names.join(', ')} and ${layers.length - LISTED} more` : names.join(', ');
}

function assumptions({ table, arithmetics }: TableEnergy): readonly Finding[] {
  return arithmetics.flatMap(({ arithmetic }): readonly Finding[] => {
    const note = table.arithmetics[arithmetic]?.note;
    return note === undefined ? [] : [{ kind: 'assumption', text: `table ${table.name}, ${arithmetic}: ${note}` }];
  });
}

function leftOut({ workload, batch }: Scope): readonly Finding[] {
  const always: Finding = { kind: 'left-out', text: 'compute units only: no memory traffic, control or leakage; no bias, activation, pooling or loss function' };
  const inference: Finding = { kind: 'left-out', text: 'inference: batch normalization is folded into the convolutions, and weights are quantized beforehand' };
  const step: Finding = { kind: 'assumption', text: 'a batch is one training step: weights are updated and quantized once for all its images' };
  return [...(workload === 'inference' ? [inference] : batch > 1 ? [step] : []), always];
}
