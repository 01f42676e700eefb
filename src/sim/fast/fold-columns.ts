/** Y in folded pairs of groups: multipliers of its planes, and factors of what is left of their scales. */
import type { Operand } from '../operand.ts';
import { NO_SCALE, pairScale, type OddScale } from './folding.ts';
import type { Kernels } from './kernels.ts';
import { jobOf } from './matrix-form.ts';
import { oddScales, type Scales } from './ranges.ts';
import type { RunDescription } from './unit.ts';

/** What Winograd's sums are of the group's. */
const QUADRUPLE = 4;

/** Folds pairs of planes of Y: a multiplier for each, and one factor for both. A pair is folded in all images or in none. */
export function foldColumns(y: Operand, scales: Scales, { form, plan, shared }: RunDescription, { memory }: Kernels, multipliers: Uint16Array): void {
  const odd = oddScales(scales);
  const singles = new Float32Array(memory.buffer, shared.ySingles, y.scales.length);
  const folds = new Uint8Array(memory.buffer, shared.yFolds, form.channelGroups * Math.ceil(form.groups / 2));
  const images = form.jobs / form.channelGroups;
  const scaleAt = (plane: number): OddScale => odd[y.scales[plane]] ?? NO_SCALE;
  for (let channelGroup = 0; channelGroup < form.channelGroups; channelGroup++) {
    for (let group = 0; group < form.groups; group += 2) {
      const lone = group + 1 === form.groups;
      const pairs = Array.from({ length: images }, (_, image) => {
        const plane = jobOf(form, image * form.channelGroups + channelGroup).y + group;
        return { plane, ...pairScale(scaleAt(plane), lone ? NO_SCALE : scaleAt(plane + 1)) };
      });
      const folded = pairs.every(({ first, second }) => Math.max(first, second) <= plan.limits.y);
      folds[channelGroup * Math.ceil(form.groups / 2) + group / 2] = folded ? 1 : 0;
      if (!folded) continue;
      for (const { plane, first, second, exponent } of pairs) {
        multipliers[plane] = first;
        singles[plane] = 2 ** exponent;
        if (lone) continue;
        multipliers[plane + 1] = second;
        singles[plane + 1] = 2 ** exponent;
      }
    }
  }
  if (plan.folding === 'winograd') for (let plane = 0; plane < singles.length; plane++) singles[plane] /= QUADRUPLE;
}
