/** The closed form against the issue rule run cycle by cycle, written from the pipeline's description alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ARRAY, requireArrayParameters, type ArrayParameters } from '../../../src/sim/cycle/parameters.ts';
import { chunkCount, latency, layerCycles, utilization, type CycleCounts, type OutputGrid } from '../../../src/sim/cycle/timing.ts';

interface Issued {
  readonly output: number;
  readonly chunk: number;
}

/**
 * One sequencer run, a cycle at a time: null is a held cycle. Batches of `interleave` outputs take turns chunk by chunk; the last pair of a chunk waits
 * until Lf cycles after the last pair of the same output's chunk before.
 */
function issueRun(outputs: number, chunks: number, groupSize: number, interleave: number, fpAddLatency: number): (Issued | null)[] {
  const cycles: (Issued | null)[] = [];
  const lastIssue = new Map<number, number>();
  const order: Issued[] = [];
  for (let start = 0; start < outputs; start += interleave) {
    for (let chunk = 0; chunk < chunks; chunk++) {
      for (let output = start; output < Math.min(outputs, start + interleave); output++) order.push({ output, chunk });
    }
  }
  for (const turn of order) {
    for (let element = 1; element <= groupSize; ) {
      const now = cycles.length;
      const earliest = (lastIssue.get(turn.output) ?? -Infinity) + fpAddLatency;
      if (element === groupSize && now < earliest) {
        cycles.push(null);
        continue;
      }
      if (element === groupSize) lastIssue.set(turn.output, now);
      cycles.push(turn);
      element++;
    }
  }
  return cycles;
}

/** The registers that a chunk's last pair crosses after its issue, one by one. */
function pipelineDepth({ treeWidth, fpAddLatency, fpMulLatency, tensorScale }: ArrayParameters): number {
  const stages = ['M', 'A', 'S', 'C'].map(() => 1);
  for (let width = treeWidth; width > 1; width /= 2) stages.push(fpAddLatency);
  stages.push(fpAddLatency);
  if (tensorScale) stages.push(fpMulLatency);
  return stages.reduce((sum, cycles) => sum + cycles, 0);
}

/** A whole layer: all tiles, every element and lane of every issue cycle counted one by one. */
function naiveLayer(grid: OutputGrid, array: ArrayParameters): CycleCounts {
  const { rows, cols, treeWidth, interleave, fpAddLatency } = array;
  const chunks: number[] = [];
  for (let left = grid.groupCount; left > 0; left -= treeWidth) chunks.push(Math.min(left, treeWidth));
  let cycle = 0;
  let issue = 0;
  let stall = 0;
  let idleLanes = 0;
  let idleElements = 0;
  let lastVisible = 0;
  for (let channelGroup = 0; channelGroup < grid.channelGroups; channelGroup++) {
    for (let top = 0; top < grid.matrixRows; top += rows) {
      let columnTiles = 0;
      for (let left = 0; left < grid.matrixColumns; left += cols) columnTiles++;
      for (const issued of issueRun(columnTiles, chunks.length, grid.groupSize, interleave, fpAddLatency)) {
        if (issued === null) {
          stall++;
        } else {
          issue++;
          for (let r = 0; r < rows; r++) {
            for (let c = 0; c < cols; c++) {
              const hasOutput = top + r < grid.matrixRows && issued.output * cols + c < grid.matrixColumns;
              if (!hasOutput) idleElements++;
              else for (let lane = 0; lane < treeWidth; lane++) if (lane >= chunks[issued.chunk]) idleLanes++;
            }
          }
          lastVisible = cycle + pipelineDepth(array);
        }
        cycle++;
      }
    }
  }
  const counts = { total: lastVisible + 1, issue, stall, drain: lastVisible + 1 - cycle, idleLanes, idleElements };
  return Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, BigInt(value)])) as unknown as CycleCounts;
}

const oneElement = (outputs: number, chunks: number, groupSize: number): OutputGrid => ({
  channelGroups: 1,
  matrixRows: 1,
  matrixColumns: outputs,
  groupCount: chunks,
  groupSize,
});
const sizes = (max: number, min = 1): fc.Arbitrary<number> => fc.integer({ min, max });

describe('the closed form', () => {
  it('equals the issue rule on one element', () => {
    fc.assert(
      fc.property(sizes(14), sizes(5), sizes(13), sizes(6), sizes(12), (outputs, chunks, groupSize, interleave, fpAddLatency) => {
        const issued = issueRun(outputs, chunks, groupSize, interleave, fpAddLatency);
        const { issue, stall } = layerCycles(oneElement(outputs, chunks, groupSize), { ...DEFAULT_ARRAY, treeWidth: 1, interleave, fpAddLatency });
        expect({ issue, stall }).toEqual({
          issue: BigInt(issued.filter((cycle) => cycle !== null).length),
          stall: BigInt(issued.filter((cycle) => cycle === null).length),
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('equals the issue rule for every small case', () => {
    let cases = 0;
    for (let outputs = 1; outputs <= 5; outputs++) {
      for (let chunks = 1; chunks <= 3; chunks++) {
        for (let groupSize = 1; groupSize <= 4; groupSize++) {
          for (let interleave = 1; interleave <= 4; interleave++) {
            for (let fpAddLatency = 1; fpAddLatency <= 6; fpAddLatency++) {
              const array = { ...DEFAULT_ARRAY, treeWidth: 1, interleave, fpAddLatency };
              const grid = oneElement(outputs, chunks, groupSize);
              expect(layerCycles(grid, array), JSON.stringify({ grid, array })).toEqual(naiveLayer(grid, array));
              cases++;
            }
          }
        }
      }
    }
    expect(cases).toBe(5 * 3 * 4 * 4 * 6);
  });

  it('equals the issue rule on whole grids, with tiles, edges and idle lanes', () => {
    const grids = fc.record({ channelGroups: sizes(3), matrixRows: sizes(7), matrixColumns: sizes(11), groupCount: sizes(9), groupSize: sizes(5) });
    const arrays = fc.record({
      rows: sizes(4),
      cols: sizes(4),
      treeWidth: fc.constantFrom(1, 2, 4, 8),
      fpAddLatency: sizes(8),
      fpMulLatency: sizes(5),
      interleave: sizes(5),
      tensorScale: fc.boolean(),
    });
    fc.assert(
      fc.property(grids, arrays, (grid, parameters) => {
        const array = requireArrayParameters(parameters);
        const cycles = layerCycles(grid, array);
        expect(cycles).toEqual(naiveLayer(grid, array));
        const products = grid.channelGroups * grid.matrixRows * grid.matrixColumns * grid.groupCount * grid.groupSize;
        const slots = Number(cycles.total) * array.treeWidth * array.rows * array.cols;
        expect(utilization(grid, cycles, array)).toBeCloseTo(products / slots, 12);
      }),
      { numRuns: 500 },
    );
  });

  it('stays exact beyond 2^53', () => {
    const grid: OutputGrid = { channelGroups: 1, matrixRows: 2 ** 20, matrixColumns: 2 ** 30, groupCount: 2 ** 10, groupSize: 9 };
    const { issue, stall, total } = layerCycles(grid, { ...DEFAULT_ARRAY, treeWidth: 1 });
    expect(issue).toBe(9n * 2n ** 60n);
    expect(stall).toBe(0n);
    expect(total).toBe(9n * 2n ** 60n + 10n);
  });
});

describe('1x1 layers', () => {
  const grid = oneElement(24, 4, 1);
  const stallAt = (interleave: number, fpAddLatency: number): bigint => layerCycles(grid, { ...DEFAULT_ARRAY, treeWidth: 1, interleave, fpAddLatency }).stall;

  it('stall at interleave 1, less with each step, and not from interleave Lf on', () => {
    for (let fpAddLatency = 1; fpAddLatency <= 6; fpAddLatency++) {
      // 24 outputs of 4 chunks: three rounds of Lf - 1 held cycles for each output.
      expect(stallAt(1, fpAddLatency)).toBe(BigInt(24 * 3 * (fpAddLatency - 1)));
      // The divisors of 24, so that no last batch is smaller than the others.
      for (const interleave of [1, 2, 3, 4, 6, 8, 12, 24]) {
        if (interleave >= fpAddLatency) expect(stallAt(interleave, fpAddLatency)).toBe(0n);
        else expect(stallAt(interleave, fpAddLatency)).toBeGreaterThan(0n);
      }
    }
  });

  it('still stall in a last batch that is smaller than Lf', () => {
    // 25 outputs by fours: six full batches, and one output alone that waits two cycles before each of three chunks.
    const { stall } = layerCycles(oneElement(25, 4, 1), { ...DEFAULT_ARRAY, treeWidth: 1, interleave: 4, fpAddLatency: 3 });
    expect(stall).toBe(6n);
  });

  it('of one chunk never stall', () => {
    expect(layerCycles(oneElement(24, 1, 1), { ...DEFAULT_ARRAY, fpAddLatency: 64 }).stall).toBe(0n);
  });
});

describe('latency', () => {
  it.each<[Partial<ArrayParameters>, number]>([
    [{}, 4 + 3 * 4 + 3 + 3],
    [{ tensorScale: false }, 19],
    [{ treeWidth: 1 }, 10],
    [{ treeWidth: 1, fpAddLatency: 1, fpMulLatency: 1 }, 6],
    [{ treeWidth: 1, fpAddLatency: 1, tensorScale: false }, 5],
    [{ treeWidth: 1024, fpAddLatency: 5, fpMulLatency: 4 }, 4 + 50 + 5 + 4],
  ])('of %j is %i', (change, cycles) => {
    const array = { ...DEFAULT_ARRAY, ...change };
    expect(latency(array)).toBe(cycles);
    expect(pipelineDepth(array)).toBe(cycles);
    // One pair: issued in cycle 0, visible `latency` cycles later, and that cycle counts too.
    expect(layerCycles(oneElement(1, 1, 1), array)).toMatchObject({ total: BigInt(cycles + 1), issue: 1n, stall: 0n, drain: BigInt(cycles) });
  });
});

describe('chunks', () => {
  it('are groups by T, the last one filled with idle lanes', () => {
    expect([1, 15, 16, 17, 32, 33].map((groups) => chunkCount(groups, 16))).toEqual([1, 1, 1, 2, 2, 3]);
  });
});
