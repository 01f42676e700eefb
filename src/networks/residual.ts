/** Stages of basic residual blocks (He et al., 2016, Fig. 5 left): two 3x3 convolutions beside a shortcut. */
import { chain, conv, outputOf, type FeatureMap } from './build.ts';
import type { NetworkLayer } from './layer.ts';

/** A run of blocks of one width. The first block has the stride. */
export interface Stage {
  readonly name: string;
  readonly channels: number;
  readonly blocks: number;
  readonly stride: number;
}

/**
 * The layers of the stages.
 * @param shortcut where a block changes the shape: `projection` is a 1x1 convolution (option B of the paper), `padding` has no weights (option A)
 */
export function basicStages(from: FeatureMap, stages: readonly Stage[], shortcut: 'projection' | 'padding'): { layers: readonly NetworkLayer[]; output: FeatureMap } {
  const layers: NetworkLayer[] = [];
  let map = from;
  for (const { name, channels, blocks, stride } of stages) {
    for (let block = 0; block < blocks; block++) {
      const entry = map;
      const step = block === 0 ? stride : 1;
      const at = `${name}.${block}`;
      const main = chain(
        entry,
        (m) => conv(`${at}.conv1`, m, channels, 3, { stride: step, padding: 1 }),
        (m) => conv(`${at}.conv2`, m, channels, 3, { padding: 1 }),
      );
      const reshapes = step !== 1 || entry.channels !== channels;
      layers.push(...main);
      if (reshapes && shortcut === 'projection') layers.push(conv(`${at}.downsample`, entry, channels, 1, { stride: step }));
      map = outputOf(main[1]);
    }
  }
  return { layers, output: map };
}
