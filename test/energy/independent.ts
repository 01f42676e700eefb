/**
 * The counting once more, written from the tables of the energy model alone: topologies as lists of numbers, counts in closed form, costs as
 * literals. It shares no code with src.
 */

/** ci, co, kernel, stride, padding, input side, channel groups. */
export type Conv = readonly [ci: number, co: number, k: number, s: number, p: number, n: number, g?: number];

export interface Plain {
  readonly convs: readonly Conv[];
  readonly normalized: boolean;
  readonly fcs: readonly (readonly [number, number])[];
  /** Residual additions: outputs and inputs of the blocks. */
  readonly outputs: number;
  readonly inputs: number;
}

const side = ([, , k, s, p, n]: Conv): number => Math.floor((n + 2 * p - k) / s) + 1;

function resnet(blocks: readonly number[], everywhere: boolean, bottleneck = false): Plain {
  const convs: Conv[] = [[3, 64, 7, 2, 3, 224]];
  let [n, ci, outputs, inputs] = [56, 64, 0, 0];
  blocks.forEach((count, stage) => {
    for (let b = 0; b < count; b++) {
      const width = 64 << stage;
      const s = b === 0 && stage > 0 ? 2 : 1;
      const m = n / s;
      const co = bottleneck ? 4 * width : width;
      if (bottleneck) convs.push([ci, width, 1, 1, 0, n], [width, width, 3, s, 1, n], [width, co, 1, 1, 0, m]);
      else convs.push([ci, width, 3, s, 1, n], [width, width, 3, 1, 1, m]);
      if (everywhere || s > 1 || ci !== co) convs.push([ci, co, 1, s, 0, n]);
      outputs += co * m * m;
      inputs += ci * n * n;
      [n, ci] = [m, co];
    }
  });
  return { convs, normalized: true, fcs: [[ci, 1000]], outputs, inputs };
}

function vgg(normalized: boolean): Plain {
  const widths = [64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512];
  const convs: Conv[] = [];
  let [ci, n] = [3, 224];
  for (const co of widths) {
    if (co === 0) n /= 2;
    else {
      convs.push([ci, co, 3, 1, 1, n]);
      ci = co;
    }
  }
  return { convs, normalized, fcs: [[25088, 4096], [4096, 4096], [4096, 1000]], outputs: 0, inputs: 0 };
}

function googlenet(): Plain {
  const modules = [
    [28, 192, 64, 96, 128, 16, 32, 32],
    [28, 256, 128, 128, 192, 32, 96, 64],
    [14, 480, 192, 96, 208, 16, 48, 64],
    [14, 512, 160, 112, 224, 24, 64, 64],
    [14, 512, 128, 128, 256, 24, 64, 64],
    [14, 512, 112, 144, 288, 32, 64, 64],
    [14, 528, 256, 160, 320, 32, 128, 128],
    [7, 832, 256, 160, 320, 32, 128, 128],
    [7, 832, 384, 192, 384, 48, 128, 128],
  ];
  const stem: Conv[] = [[3, 64, 7, 2, 3, 224], [64, 64, 1, 1, 0, 56], [64, 192, 3, 1, 1, 56]];
  const branches = modules.flatMap(([n, ci, one, r3, w3, r5, w5, pool]): Conv[] => [
    [ci, one, 1, 1, 0, n],
    [ci, r3, 1, 1, 0, n],
    [r3, w3, 3, 1, 1, n],
    [ci, r5, 1, 1, 0, n],
    [r5, w5, 5, 1, 2, n],
    [ci, pool, 1, 1, 0, n],
  ]);
  return { convs: [...stem, ...branches], normalized: true, fcs: [[1024, 1000]], outputs: 0, inputs: 0 };
}

function mobilenet(): Plain {
  const convs: Conv[] = [[3, 32, 3, 2, 1, 224]];
  let [n, ci, added] = [112, 32, 0];
  for (const [t, c, count, stride] of [[1, 16, 1, 1], [6, 24, 2, 2], [6, 32, 3, 2], [6, 64, 4, 2], [6, 96, 3, 1], [6, 160, 3, 2], [6, 320, 1, 1]]) {
    for (let b = 0; b < count; b++) {
      const s = b === 0 ? stride : 1;
      const h = t * ci;
      if (t > 1) convs.push([ci, h, 1, 1, 0, n]);
      convs.push([h, h, 3, s, 1, n, h], [h, c, 1, 1, 0, n / s]);
      if (s === 1 && ci === c) added += c * n * n;
      [n, ci] = [n / s, c];
    }
  }
  return { convs: [...convs, [320, 1280, 1, 1, 0, 7]], normalized: true, fcs: [[1280, 1000]], outputs: added, inputs: added };
}

function cifar(): Plain {
  const convs: Conv[] = [[3, 16, 3, 1, 1, 32]];
  let [n, ci, outputs, inputs] = [32, 16, 0, 0];
  for (const width of [16, 16, 16, 32, 32, 32, 64, 64, 64]) {
    const s = width > ci ? 2 : 1;
    convs.push([ci, width, 3, s, 1, n], [width, width, 3, 1, 1, n / s]);
    inputs += ci * n * n;
    [n, ci] = [n / s, width];
    outputs += ci * n * n;
  }
  return { convs, normalized: true, fcs: [[64, 10]], outputs, inputs };
}

const ALEXNET: Plain = {
  convs: [[3, 64, 11, 4, 2, 224], [64, 192, 5, 1, 2, 27], [192, 384, 3, 1, 1, 13], [384, 256, 3, 1, 1, 13], [256, 256, 3, 1, 1, 13]],
  normalized: false,
  fcs: [[9216, 4096], [4096, 4096], [4096, 1000]],
  outputs: 0,
  inputs: 0,
};

export const PLAIN: Readonly<Record<string, Plain>> = {
  resnet18: resnet([2, 2, 2, 2], false),
  resnet34: resnet([3, 4, 6, 3], false),
  resnet50: resnet([3, 4, 6, 3], false, true),
  resnet20: cifar(),
  vgg16: vgg(false),
  'vgg16-bn': vgg(true),
  googlenet: googlenet(),
  'mobilenet-v2': mobilenet(),
  alexnet: ALEXNET,
  'paper-resnet18': resnet([2, 2, 2, 2], true),
  'paper-resnet34': resnet([3, 4, 6, 2], true),
};

const COSTS = { fp32: [2311, 512, 0, 512], fp8: [105, 512, 0, 512], int8: [155, 65, 0, 65], mls: [124, 65, 65, 512] } as const;
type Name = keyof typeof COSTS;
type ConventionName = 'datapath' | 'published' | 'first-fp32';

/** Counts of one training step on one image, in the shape of `mlsim energy --json`. */
export function countPlain({ convs, normalized, fcs, outputs, inputs }: Plain, convention: ConventionName) {
  const pass = { forward: [0, 0, 0], weightGradient: [0, 0, 0], inputGradient: [0, 0, 0] };
  let [bn, weights, dqElements, dqWeights] = [0, 0, 0, 0];
  convs.forEach((conv, i) => {
    const [ci, co, k, , , n, g = 1] = conv;
    const c = ci / g;
    const [P, Q] = [side(conv) ** 2, n * n];
    const add = (name: keyof typeof pass, mul: number, groups: number): void => {
      pass[name][0] += mul;
      pass[name][1] += groups;
      pass[name][2] += convention === 'published' && i === 0 ? 0 : groups;
    };
    add('forward', c * co * k * k * P, c * co * P);
    add('weightGradient', c * co * k * k * P, c * co * k * k);
    if (i > 0) add('inputGradient', c * co * k * k * Q, c * co * Q);
    const w = c * co * k * k;
    weights += w;
    if (normalized) bn += co * P;
    if (convention !== 'first-fp32' || i > 0) {
      dqElements += 2 * co * P;
      dqWeights += w;
    }
  });
  const conv = ([mul, groups, tree]: readonly number[]) => ({ mul, localAcc: mul - groups, groupScale: groups, treeAdd: tree });
  const of = (elements: number, mul: number, add: number) => ({ elements, mul: mul * elements, add: add * elements });
  return {
    conv: { forward: conv(pass.forward), weightGradient: conv(pass.weightGradient), inputGradient: conv(pass.inputGradient) },
    bn: of(bn, 9, 10),
    fc: of(fcs.reduce((sum, [a, b]) => sum + a * b, 0), 6, 6),
    sgd: of(weights, 3, 3),
    ewAdd: { ...of(outputs + inputs, 1, 1), forward: outputs, backward: inputs },
    dqActivation: of(dqElements, 4, 2),
    dqWeight: of(dqWeights, 4, 2),
  };
}

/** The total in fJ, for one image. */
export function energyPlain(plain: Plain, convention: ConventionName, name: Name): bigint {
  const { convs, outputs, inputs } = plain;
  let total = 0n;
  const spend = (count: number, fJ: number): void => {
    total += BigInt(count) * BigInt(fJ);
  };
  convs.forEach((conv, i) => {
    const [ci, co, k, , , n, g = 1] = conv;
    const c = ci / g;
    const [P, Q] = [side(conv) ** 2, n * n];
    const first = i === 0;
    const runsIn: Name = first && convention === 'first-fp32' ? 'fp32' : name;
    const [mulCost, accCost, scaleCost, treeCost] = COSTS[runsIn];
    const passes = [[k * k * P, P], [k * k * P, k * k], ...(first ? [] : [[k * k * Q, Q]])];
    for (const [mul, groups] of passes) {
      spend(c * co * mul, mulCost);
      spend(c * co * (mul - groups), accCost);
      spend(c * co * groups, scaleCost);
      if (!(first && convention === 'published' && name === 'mls')) spend(c * co * groups, treeCost);
    }
    if (name === 'mls' && runsIn === 'mls') {
      spend(2 * co * P, 4 * 2311 + 2 * 512);
      if (convention !== 'published') spend(c * co * k * k, 4 * 2311 + 2 * 512);
    }
    if (plain.normalized) spend(co * P, 9 * 2311 + 10 * 512);
    spend(c * co * k * k, 3 * (2311 + 512));
  });
  for (const [a, b] of plain.fcs) spend(a * b, 6 * (2311 + 512));
  spend(outputs + inputs, name === 'mls' ? 512 + 2311 : 512);
  return total;
}
