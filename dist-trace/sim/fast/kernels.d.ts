/** The kernels of `assembly/convolution.ts` on a memory. All addresses and strides are in bytes. */
export interface Kernels {
    readonly memory: WebAssembly.Memory;
    clear(at: number, bytes: number): void;
    decode(at: number, count: number, E: number, M: number): void;
    decodeByTable(at: number, count: number, table: number): void;
    padIntegers(from: number, planeBytes: number, rowBytes: number, rows: number, columns: number, to: number, toPlane: number, toRow: number, E: number, M: number, factors: number, planes: number): void;
    padPlane(from: number, rowBytes: number, rows: number, columns: number, to: number, toRow: number, spacing: number): void;
    packRows(from: number, rowStep: number, groupStep: number, taps: number, groups: number, valid: number, lanes: number, to: number): void;
    packIntegers(from: number, rowStep: number, groupStep: number, taps: number, groups: number, valid: number, to: number, chunk: number, chunkStep: number, E: number, M: number): void;
    packPanel(plane: number, planeStep: number, groups: number, offsets: number, pairs: number, runs: number, runCount: number, step: number, to: number, pitch: number): void;
    packFactors(scales: number, rowStep: number, groupStep: number, groups: number, valid: number, lanes: number, table: number, to: number, chunk: number, chunkStep: number, double: boolean): void;
    termFactors(fx: number, fxBlock: number, fy: number, groups: number, blocks: number, lanes: number, to: number): void;
    scaledFactors(fx: number, fxBlock: number, fy: number, groups: number, blocks: number, to: number): void;
    fusedChunk: FusedChunk;
    fusedScaledChunk: FusedChunk;
    fewerChunk: FewerChunk;
    fewerScaledChunk: FewerChunk;
    foldedChunks(v: number, pitch: number, s: number, sBlock: number, taps: number, f: number, levels: number, halves: number, nodes: number, run: number, tiles: number, blocks: number, chunks: number): void;
    foldRows(codes: number, rowStep: number, groupStep: number, scaleCodes: number, scaleRowStep: number, scaleGroupStep: number, taps: number, groups: number, rows: number, E: number, M: number, table: number, largest: number, norms: boolean, squares: boolean, flip: boolean, scratch: number, to: number, blockBytes: number, factors: number, notes: number, blocks: number): void;
    layLevels(notes: number, factors: number, ofChunk: number, yNodes: number, most: number, exact: number, levels: number, blocks: number, chunks: number): void;
    scaleIntegers(at: number, count: number, factor: number): void;
    packSquares(plane: number, planeStep: number, groupStep: number, pairs: number, rowBytes: number, runs: number, runCount: number, rows: number, to: number): void;
    largestWindows(plane: number, rowBytes: number, rows: number, columns: number, planes: number, to: number): void;
    squaresChunks(v: number, s: number, sBlock: number, f: number, levels: number, halves: number, sums: number, nodes: number, run: number, tiles: number, blocks: number, chunks: number, vectors: number, whole: number): void;
    writeSquares(run: number, tiles: number, places: number, out: number, outRow: number, outLine: number, rows: number, columns: number, scale: number, multiply: boolean, flush: boolean): void;
    packLineRows(from: number, rowStep: number, groupStep: number, lines: number, groups: number, rows: number, to: number): void;
    packLines(plane: number, planeStep: number, groups: number, lineBytes: number, lines: number, runs: number, runCount: number, to: number, pitch: number): void;
    linesChunk(v: number, pitch: number, s: number, sBlock: number, lines: number, groups: number, f: number, sums: number, nodes: number, run: number, tiles: number, blocks: number): void;
    scaleRows(at: number, factors: number, words: number): void;
    packSingles(plane: number, planeStep: number, groups: number, factors: number, runs: number, runCount: number, step: number, to: number, pitch: number): void;
    singleChunk(v: number, pitch: number, s: number, sBlock: number, nodes: number, run: number, tiles: number, blocks: number): void;
    integerSums(v: number, pitch: number, s: number, sBlock: number, pairs: number, groups: number, out: number, outTile: number, tiles: number, blocks: number, lanes: number): void;
    termSums(v: number, pitch: number, s: number, sBlock: number, pairs: number, groups: number, f: number, out: number, outTile: number, tiles: number, blocks: number, lanes: number): void;
    checkedSums(v: number, pitch: number, s: number, sBlock: number, pairs: number, groups: number, out: number, outTile: number, tiles: number, blocks: number, lanes: number, width: number, saturate: boolean, rows: number, columns: number, output: number, outputRow: number, group: number, report: number): void;
    terms(at: number, groups: number, tiles: number, blocks: number, lanes: number, tileBytes: number, fx: number, fxBlock: number, fy: number, fyTile: number, flush: boolean): void;
    addChunks(at: number, tileBytes: number, count: number, width: number, run: number, tiles: number, blocks: number, lanes: number, flush: boolean): void;
    writeOutputs(run: number, tiles: number, lanes: number, out: number, outRow: number, rows: number, columns: number, unscale: number, scale: number, multiply: boolean, flush: boolean): void;
}
export type FusedChunk = (v: number, pitch: number, s: number, sBlock: number, pairs: number, f: number, nodes: number, run: number, tiles: number, blocks: number) => void;
export type FewerChunk = (v: number, pitch: number, s: number, sBlock: number, pairs: number, groups: number, f: number, nodes: number, run: number, tiles: number, blocks: number) => void;
/** The kernels of a module on a memory. */
export declare function kernelsOn(memory: WebAssembly.Memory, module: WebAssembly.Module): Kernels;
