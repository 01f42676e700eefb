/** What energy reports call things, on the terminal and on the page. */
import type { Arithmetic } from '../energy/arithmetic.ts';
import type { ChargePass, Row } from '../energy/charges.ts';
import { PASS_TITLES } from '../energy/findings.ts';
import type { EnergyReport, EnergyRequest } from '../energy/report.ts';
import { outputShape } from '../networks/layer.ts';
import type { TopologyLayer } from '../networks/topology.ts';
import { amountText, type EnergyUnit } from './energy-amounts.ts';

export const CHARGE_PASS_TITLES: Readonly<Record<ChargePass, string>> = {
  ...PASS_TITLES,
  backward: 'residual additions, backward',
  step: 'no pass of their own',
};

/** Titles of rows for a narrow place. */
export const SHORT_ROW_TITLES: Readonly<Record<Row, string>> = {
  convMul: 'mul',
  convLocalAcc: 'local acc.',
  convGroupScale: 'group scale',
  convTreeAdd: 'adder tree',
  bn: 'BN',
  fc: 'FC',
  sgd: 'SGD',
  ewAdd: 'residual',
  dqActivation: 'quant. A, E',
  dqWeight: 'quant. W',
};

/** An arithmetic's name in a sentence. */
export function prose(arithmetic: Arithmetic): string {
  return arithmetic.toUpperCase();
}

/** A unit's name with its prefix as it is printed. */
export function unitText({ name }: EnergyUnit): string {
  return name === 'uJ' ? 'µJ' : name;
}

/** `1 729.86 µJ`, which no line break divides. */
export function energyText(energy_fJ: bigint, unit: EnergyUnit): string {
  return `${amountText(energy_fJ, unit)} ${unitText(unit)}`.replaceAll(' ', '\u00a0');
}

/** An integer in groups of three digits: 1 234 567. */
export function thousands(value: number | bigint): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}

export function workloadText({ workload, batch }: EnergyRequest): string {
  const images = `${thousands(batch)} ${batch === 1 ? 'image' : 'images'}`;
  return workload === 'training' ? `training, one step on ${images}` : `inference on ${images}`;
}

/** `64x56x56 to 128x28x28, 3x3`. */
export function layerText(layer: TopologyLayer): string {
  if (layer.kind === 'fc') return `${layer.ci} to ${layer.co}, fully connected`;
  const output = outputShape(layer, 1).slice(1).join('x');
  return `${[layer.ci, ...layer.input].join('x')} to ${output}, ${kernelText(layer)}`;
}

/** `3x3`, `3x3 depthwise`, `3x3 in 4 channel groups`. */
export function kernelText({ kernel, groups, ci }: TopologyLayer): string {
  const size = kernel.join('x');
  if (groups === 1) return size;
  return groups === ci ? `${size} depthwise` : `${size} in ${groups} channel groups`;
}

/** What a place is: its layer, or a residual addition. */
export function placeText({ request }: EnergyReport, position: number): string {
  const { layers } = request.topology;
  return position < layers.length ? layerText(layers[position]) : 'residual addition';
}
