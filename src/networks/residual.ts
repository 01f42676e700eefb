/** Stages of residual blocks (He et al., 2016): convolutions beside a shortcut, and an addition where they meet. */
import { chain, conv, elements, outputOf, type FeatureMap } from './build.ts';
import type { NetworkLayer } from './layer.ts';
import type { ResidualAddition } from './topology.ts';

/** A run of blocks of one width. The first block has the stride. */
export interface Stage {
  readonly name: string;
  /** Of the 3x3 convolutions. */
  readonly channels: number;
  readonly blocks: number;
  readonly stride: number;
}

/** The convolutions beside the shortcut. */
export interface Block {
  /** Output channels for each channel of the 3x3 convolutions. */
  readonly expansion: number;
  convolutions(name: string, from: FeatureMap, channels: number, stride: number): readonly NetworkLayer[];
}

/** Two 3x3 convolutions (Fig. 5, left). */
export const BASIC_BLOCK: Block = {
  expansion: 1,
  convolutions: (name, from, channels, stride) =>
    chain(
      from,
      (m) => conv(`${name}.conv1`, m, channels, 3, { stride, padding: 1 }),
      (m) => conv(`${name}.conv2`, m, channels, 3, { padding: 1 }),
    ),
};

/** A 3x3 convolution between two 1x1 ones (Fig. 5, right). The 3x3 one has the stride, as in torchvision; in the paper it is the first. */
export const BOTTLENECK: Block = {
  expansion: 4,
  convolutions: (name, from, channels, stride) =>
    chain(
      from,
      (m) => conv(`${name}.conv1`, m, channels, 1),
      (m) => conv(`${name}.conv2`, m, channels, 3, { stride, padding: 1 }),
      (m) => conv(`${name}.conv3`, m, channels * BOTTLENECK.expansion, 1),
    ),
};

/**
 * `projection` is a 1x1 convolution where a block changes the shape (option B of the paper), `padding` has no weights (option A),
 * `projection-everywhere` is a 1x1 convolution in every block (option C).
 */
export type Shortcut = 'projection' | 'padding' | 'projection-everywhere';

export interface Stages {
  readonly layers: readonly NetworkLayer[];
  readonly additions: readonly ResidualAddition[];
  readonly output: FeatureMap;
}

/** The stages, one after another. */
export function residualStages(from: FeatureMap, stages: readonly Stage[], block: Block, shortcut: Shortcut): Stages {
  const layers: NetworkLayer[] = [];
  const additions: ResidualAddition[] = [];
  let map = from;
  for (const { name, channels, blocks, stride } of stages) {
    for (let i = 0; i < blocks; i++) {
      const entry = map;
      const step = i === 0 ? stride : 1;
      const at = `${name}.${i}`;
      const convolutions = block.convolutions(at, entry, channels, step);
      map = outputOf(convolutions[convolutions.length - 1]);
      layers.push(...convolutions);
      const reshapes = step !== 1 || entry.channels !== map.channels;
      if (shortcut === 'projection-everywhere' || (shortcut === 'projection' && reshapes)) {
        layers.push(conv(`${at}.downsample`, entry, map.channels, 1, { stride: step }));
      }
      additions.push({ name: `${at}.add`, outputs: elements(map), inputs: elements(entry) });
    }
  }
  return { layers, additions, output: map };
}
