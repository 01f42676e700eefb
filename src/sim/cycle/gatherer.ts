/** Gathers what the elements of an array finish. */
import { indexOf } from '../../bits/shape.ts';
import type { Convolution } from '../convolution.ts';
import type { ConvolutionResult } from '../result.ts';
import type { ElementObserver } from './element.ts';

export class Gatherer implements ElementObserver {
  readonly bits: Uint32Array;
  finished = 0;
  private groups = 0;
  private firstOutput = Infinity;
  private firstGroup = Infinity;

  constructor(outputs: number) {
    this.bits = new Uint32Array(outputs);
  }

  output(index: number, bits: number): void {
    this.bits[index] = bits;
    this.finished++;
  }

  overflow(output: number, group: number): void {
    this.groups++;
    if (output > this.firstOutput || (output === this.firstOutput && group > this.firstGroup)) return;
    this.firstOutput = output;
    this.firstGroup = group;
  }

  report({ outputShape }: Convolution): ConvolutionResult['overflow'] {
    return { groups: this.groups, first: this.groups === 0 ? null : { output: indexOf(outputShape, this.firstOutput), group: this.firstGroup } };
  }
}
