/** Random layers of one kernel, as the width analysis sees them. */
import fc from 'fast-check';
import type { NetworkLayer } from '../../src/networks/layer.ts';
import type { LayerPass, WidthFormats } from '../../src/width/layer-widths.ts';
import { elementFormats, scaleFormats, smallElementFormats } from '../support/arbitraries.ts';

const side = (max: number, min = 1): fc.Arbitrary<readonly [number, number]> => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));

/** A layer whose kernel fits, and a pass of it. */
export const layerPassCases: fc.Arbitrary<LayerPass> = fc
  .record({
    pass: fc.constantFrom('forward' as const, 'input-grad' as const, 'weight-grad' as const),
    kernel: side(4),
    stride: side(3),
    padding: side(3, 0),
    dilation: side(2),
    output: side(4),
    slack: side(1, 0),
  })
  .map(({ pass, output, slack, ...geometry }) => {
    const { kernel, stride, padding, dilation } = geometry;
    const size = ([0, 1] as const).map((d) => (output[d] - 1) * stride[d] + dilation[d] * (kernel[d] - 1) + 1 - 2 * padding[d] + Math.min(slack[d], stride[d] - 1));
    const layer: NetworkLayer = { name: 'layer', kind: 'conv', ci: 2, co: 3, groups: 1, ...geometry, input: [size[0], size[1]] };
    return { layer, pass };
  })
  .filter(({ layer }) => layer.input[0] >= 1 && layer.input[1] >= 1);

export const widthFormats: fc.Arbitrary<WidthFormats> = fc.oneof(elementFormats, smallElementFormats).chain((x) =>
  fc.record({ x: fc.constant(x), y: fc.oneof(smallElementFormats, elementFormats), xScale: scaleFormats, yScale: scaleFormats }),
);
