import { describe, expect, it } from 'vitest';
import { pipelineDiagram } from '../../src/report/pipeline-diagram.ts';
import { chunksOf, locateOutput } from '../../src/sim/cycle/locate.ts';
import { DEFAULT_ARRAY } from '../../src/sim/cycle/parameters.ts';
import { convolution, PLAIN_CONVOLUTION } from '../../src/sim/convolution.ts';

const ARRAY = { ...DEFAULT_ARRAY, treeWidth: 2, fpMulLatency: 2 };

describe('pipelineDiagram', () => {
  it('draws the stalls of a 1x1 layer', () => {
    const conv = convolution('forward', [1, 4, 1, 1], [1, 4, 1, 2], PLAIN_CONVOLUTION);
    const draw = (interleave: number): string => {
      const array = { ...ARRAY, interleave };
      return pipelineDiagram(chunksOf(conv, array, 1, { row: 0, column: 0 }), { first: 0, last: 22 }, array, 1, (c) => `${c.output} ${c.chunk}`);
    };
    expect(draw(1)).toBe(
      ['cycle  0         10        20', '0 0    iMASC111RRR', '0 1     ..iMASC111RRRZ*', '1 0        iMASC111RRR', '1 1         ..iMASC111RRRZ*'].join('\n'),
    );
    expect(draw(2)).toBe(
      ['cycle  0         10        20', '0 0    iMASC111RRR', '1 0     iMASC111RRR', '0 1      .iMASC111RRRZ*', '1 1        iMASC111RRRZ*'].join('\n'),
    );
  });

  it('draws groups of several pairs, within a window', () => {
    const conv = convolution('forward', [1, 2, 1, 3], [1, 2, 1, 4], PLAIN_CONVOLUTION);
    const picture = pipelineDiagram(chunksOf(conv, ARRAY, 1, { row: 0, column: 0 }), { first: 2, last: 12 }, ARRAY, 3, (c) => String(c.output));
    expect(picture).toBe(['cycle          10', '0      iMASC111RRR', '1       iiiMASC111'].join('\n'));
  });
});

describe('locateOutput', () => {
  it('agrees with the chunks of every output, on every element', () => {
    const conv = convolution('forward', [4, 3, 2, 2], [2, 6, 4, 3], { ...PLAIN_CONVOLUTION, groups: 2 });
    const array = { ...ARRAY, rows: 2, cols: 3, interleave: 2 };
    const latency = 4 + 3 + 3 + 2;
    const [n, co, rows, columns] = conv.outputShape;
    let seen = 0;
    for (let row = 0; row < array.rows; row++) {
      for (let column = 0; column < array.cols; column++) {
        for (const chunk of chunksOf(conv, array, 2, { row, column })) {
          const index = [chunk.output, chunk.output, chunk.output, chunk.output].map((o, d) => Math.floor(o / [co * rows * columns, rows * columns, columns, 1][d]) % [n, co, rows, columns][d]);
          const window = locateOutput(conv, array, 2, index);
          expect(window.place).toEqual({ row, column });
          if (chunk.chunk === 0) expect(window.first).toBe(chunk.firstIssue);
          if (chunk.completes) {
            expect(window.last).toBe(chunk.lastIssue + latency);
            seen++;
          }
        }
      }
    }
    expect(seen).toBe(n * co * rows * columns);
  });

  it('rejects an output that there is none of', () => {
    const conv = convolution('forward', [1, 1, 1, 1], [1, 1, 2, 2], PLAIN_CONVOLUTION);
    expect(() => locateOutput(conv, ARRAY, 1, [0, 0, 2, 0])).toThrow(/^output: expected 4 indices within \[1,1,2,2\], found \[0,0,2,0\]$/);
  });
});
