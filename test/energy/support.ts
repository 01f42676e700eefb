/** Requests and layers for the tests of the energy model. */
import { ARITHMETICS, type Arithmetic } from '../../src/energy/arithmetic.ts';
import { conventionNamed, type Convention } from '../../src/energy/convention.ts';
import type { Scope } from '../../src/energy/counts.ts';
import type { ArithmeticEnergy } from '../../src/energy/estimate.ts';
import { energyReport, type EnergyReport, type EnergyRequest } from '../../src/energy/report.ts';
import { paperTable } from '../../src/energy/tables/tables.ts';
import { networkNamed } from '../../src/networks/networks.ts';
import type { TopologyLayer } from '../../src/networks/topology.ts';

export function scopeOf(convention: Convention['name'] = 'datapath', more: Partial<Scope> = {}): Scope {
  return { workload: 'training', convention: conventionNamed(convention), batch: 1, ...more };
}

export function requestFor(name: string, convention: Convention['name'] = 'datapath', more: Partial<EnergyRequest> = {}): EnergyRequest {
  const network = networkNamed(name);
  return {
    ...scopeOf(convention),
    topology: network.topology(network.inputSize),
    inputSize: network.inputSize,
    arithmetics: ARITHMETICS,
    tables: [paperTable],
    int8Tree: 'int8',
    memory: false,
    ...more,
  };
}

export function reportFor(...args: Parameters<typeof requestFor>): EnergyReport {
  return energyReport(requestFor(...args));
}

export function energyOf({ tables: [{ arithmetics }] }: EnergyReport, name: Arithmetic): ArithmeticEnergy {
  const found = arithmetics.find(({ arithmetic }) => arithmetic === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

export function convLayer(more: Partial<TopologyLayer> = {}): TopologyLayer {
  return {
    name: 'conv',
    kind: 'conv',
    ci: 4,
    co: 6,
    kernel: [3, 3],
    stride: [1, 1],
    padding: [0, 0],
    dilation: [1, 1],
    groups: 1,
    input: [7, 6],
    normalized: true,
    bias: false,
    fromInput: false,
    ...more,
  };
}

/** Layers of every kind. */
export const KINDS: readonly (readonly [string, Partial<TopologyLayer>])[] = [
  ['plain', {}],
  ['padding', { padding: [1, 2] }],
  ['stride', { stride: [2, 3], padding: [1, 1], input: [9, 8] }],
  ['a stride that leaves inputs over', { stride: [3, 2], input: [10, 8] }],
  ['dilation', { dilation: [2, 1], padding: [2, 0] }],
  ['channel groups', { groups: 2 }],
  ['depthwise', { ci: 6, co: 6, groups: 6, padding: [1, 1] }],
  ['depthwise with two outputs a channel', { ci: 3, co: 6, groups: 3, stride: [2, 2], padding: [1, 1] }],
  ['1x1', { kernel: [1, 1] }],
  ['1x1 with stride', { kernel: [1, 1], stride: [2, 2] }],
  ['an oblong kernel', { kernel: [1, 5], padding: [0, 2] }],
  ['all at once', { ci: 4, co: 8, kernel: [3, 2], stride: [2, 1], padding: [1, 1], dilation: [1, 2], groups: 4, input: [8, 9] }],
  ['a fully connected layer as a convolution', { ci: 10, co: 7, kernel: [1, 1], input: [1, 1] }],
];
