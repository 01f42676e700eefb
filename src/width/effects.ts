/** What accumulators that are too narrow do to the outputs. */
import { FunctionalTree } from '../sim/functional-tree.ts';
import type { SubnormalPolicy } from '../bits/binary32.ts';
import { ACCUMULATOR_OVERFLOWS, type AccumulatorFormat, type AccumulatorOverflow } from '../units/local-accumulator.ts';
import type { Tile } from './tile.ts';

/** The outputs of one accumulator beside those of one that is wide enough. */
export interface Effect {
  /** A. */
  readonly width: number;
  readonly overflow: AccumulatorOverflow;
  /** Outputs whose bits differ; two NaNs are equal. */
  readonly changed: number;
  /** Of all outputs. */
  readonly share: number;
  /** Signal to noise of the difference in dB, over the outputs that are finite with a wide accumulator; null where there is no noise, -Infinity where it is not finite. */
  readonly sqnr: number | null;
}

/** The stages after the accumulators. */
export interface OutputStages {
  readonly treeWidth: number;
  readonly subnormals: SubnormalPolicy;
  /** The tensor scales, or null to leave the sums as they are. */
  readonly tensorScales: readonly [number, number] | null;
}

/** The outputs of a tile: group sums through the tree, and S_z. */
export class TileOutputs {
  private readonly tree: FunctionalTree;
  private readonly scale: number | undefined;
  private readonly sums: Float64Array;

  /** @param tile the most outputs of a tile */
  constructor({ treeWidth, subnormals, tensorScales }: OutputStages, tile: number) {
    this.tree = new FunctionalTree(treeWidth, tile, subnormals);
    this.scale = tensorScales === null ? undefined : this.tree.roundOperandProduct(...tensorScales);
    this.sums = new Float64Array(tile);
  }

  /** Writes the outputs of one tile. @param limit the accumulator, or undefined for a wide one */
  write(tile: Tile, out: Float32Array, limit?: AccumulatorFormat): void {
    this.tree.clear(tile.count);
    for (let g = 0; g < tile.groupCount; g++) this.tree.addGroup(this.sums, tile.scaledSums(g, this.sums, limit), tile.count);
    this.tree.finish(out, this.scale);
  }
}

interface Running {
  readonly limit: AccumulatorFormat;
  changed: number;
  noise: number;
}

/** Gathers the effects of many accumulators, tile by tile. */
export class EffectTally {
  private readonly outputs: TileOutputs;
  private readonly running: readonly Running[];
  private readonly wide: Float32Array;
  private readonly found: Float32Array;
  private total = 0;
  private signal = 0;

  /** @param widths of the accumulators, each of which wraps and saturates @param tile the most outputs of a tile */
  constructor(stages: OutputStages, widths: readonly number[], tile: number) {
    this.outputs = new TileOutputs(stages, tile);
    this.running = widths.flatMap((width) => ACCUMULATOR_OVERFLOWS.map((overflow) => ({ limit: { width, overflow }, changed: 0, noise: 0 })));
    this.wide = new Float32Array(tile);
    this.found = new Float32Array(tile);
  }

  add(tile: Tile): void {
    const { outputs, wide, found } = this;
    outputs.write(tile, wide);
    this.total += tile.count;
    for (let i = 0; i < tile.count; i++) if (Number.isFinite(wide[i])) this.signal += wide[i] ** 2;
    const most = tile.needs.reduce((a, b) => Math.max(a, b), 0);
    for (const one of this.running) {
      // A tile that fits has the outputs of a wide accumulator.
      if (most <= one.limit.width) continue;
      outputs.write(tile, found, one.limit);
      for (let i = 0; i < tile.count; i++) {
        if (Object.is(wide[i], found[i])) continue;
        one.changed++;
        if (Number.isFinite(wide[i])) one.noise += Number.isFinite(found[i]) ? (wide[i] - found[i]) ** 2 : Infinity;
      }
    }
  }

  report(): readonly Effect[] {
    return this.running.map(({ limit, changed, noise }) => ({
      ...limit,
      changed,
      share: this.total === 0 ? 0 : changed / this.total,
      sqnr: noise === 0 ? null : 10 * Math.log10(this.signal / noise),
    }));
  }
}
