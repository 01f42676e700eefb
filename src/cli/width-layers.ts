/** The layers that a worst case of `mlsim width` is about. */
import { about, InputError } from '../bits/check.ts';
import { outputShape, type NetworkLayer } from '../networks/layer.ts';
import type { Pair } from '../sim/convolution.ts';
import type { PlacedLayer } from '../width/layer-widths.ts';
import { sourcedTopology } from './energy-source.ts';
import type { LayerSizes } from './options.ts';
import type { Subject, WidthFlags } from './width-options.ts';

/** What is asked, as layers. */
export interface WidthSubject {
  readonly title: string;
  readonly layers: readonly PlacedLayer[];
  /** Whether the weight gradient is left out, since nobody said how large the output plane is. */
  readonly planeUnknown: boolean;
}

/** @throws InputError for a name that is none, and for sizes that don't fit together */
export async function widthSubject(subject: Exclude<Subject, 'weights' | 'data'>, name: string | undefined, flags: WidthFlags): Promise<WidthSubject> {
  switch (subject) {
    case 'network': {
      const { topology, inputSize } = await sourcedTopology(name ?? '', { inputSize: flags.inputSize });
      return { title: `${topology.name} at ${inputSize.join('x')}`, layers: topology.layers, planeUnknown: false };
    }
    case 'kernel':
      return kernelSubject(flags.kernel ?? [1, 1], flags);
    case 'layer':
      return layerSubject(flags.layer, flags);
  }
}

function kernelSubject(kernel: Pair, { stride, padding, dilation, inputSize }: WidthFlags): WidthSubject {
  // Without an input, one that is large enough for an output and an input position whose taps all meet elements.
  const span = (d: 0 | 1): number => dilation[d] * (kernel[d] - 1) + 1;
  const side = (d: 0 | 1): number => span(d) + (span(d) - 1) * stride[d];
  const input = inputSize ?? [side(0), side(1)];
  const name = `kernel ${kernel.join('x')}`;
  const layer = { name, kind: 'conv', ci: 1, co: 1, kernel, stride, padding, dilation, groups: 1, input } as const;
  const title = inputSize === undefined ? `a ${kernel.join('x')} kernel` : `a ${kernel.join('x')} kernel on ${input.join('x')}`;
  return { title, layers: [placed('--kernel', layer)], planeUnknown: inputSize === undefined };
}

function layerSubject(sizes: LayerSizes | undefined, { stride, padding, dilation, groups }: WidthFlags): WidthSubject {
  if (sizes === undefined) throw new TypeError('layer: expected sizes, found none');
  for (const [what, channels] of [['input', sizes.ci], ['output', sizes.co]] as const) {
    if (channels % groups !== 0) throw new InputError(`--groups: expected a divisor of the ${channels} ${what} channels, found ${groups}`);
  }
  const layer = { name: 'layer', kind: 'conv', ...sizes, stride, padding, dilation, groups } as const;
  const title = `a layer of ${sizes.ci} to ${sizes.co} channels, ${sizes.kernel.join('x')} on ${sizes.input.join('x')}`;
  return { title, layers: [placed('--layer', layer)], planeUnknown: false };
}

/** @throws InputError where the kernel doesn't fit */
function placed(option: string, layer: NetworkLayer): PlacedLayer {
  about(option, () => outputShape(layer, 1));
  return { ...layer, fromInput: false };
}
