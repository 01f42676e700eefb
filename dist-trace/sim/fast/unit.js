/** One unit of a run: the outputs of a panel of columns, for a range of blocks of rows, with all their groups. Units don't depend on each other. */
import { FoldedUnits } from "./folded-unit.js";
import { COLUMNS_OF_TILE, ROW_TILE } from "./layout.js";
import { jobOf } from "./matrix-form.js";
import { layRuns, packPanel } from "./panel.js";
import { factorsAt, firstOutput, rowsAt } from "./run-description.js";
/** What takes the scale from running sums that are 2^100 times theirs. */
const UNSCALE = 2 ** -100;
/** Runs units on one thread's part of the memory. */
export class UnitRunner {
    #run;
    #kernels;
    #own;
    #thread;
    #folded;
    #doubles;
    /** @param source where rows are that units fold */
    constructor(run, kernels, own, source) {
        this.#run = run;
        this.#kernels = kernels;
        this.#own = own;
        this.#thread = { run, kernels, own, words: new Int32Array(kernels.memory.buffer) };
        this.#folded = new FoldedUnits(this.#thread, source);
        this.#doubles = new Float64Array(kernels.memory.buffer);
    }
    runUnit(unit) {
        const { form, plan, blocking, shared, treeWidth, flushToZero, outputScale } = this.#run;
        const kernels = this.#kernels;
        const own = this.#own;
        const tiles = Math.ceil(unit.columns / blocking.columnsOfTile);
        const runCount = layRuns(this.#thread, unit);
        const tile = blocking.rowTile * plan.lanes;
        kernels.clear(own.running, tile * tiles * unit.blocks);
        if (plan.folding !== 'none')
            this.#folded.addUnit(unit, tiles, runCount);
        else
            for (let first = 0; first < form.groups; first += treeWidth)
                this.#addChunk(unit, tiles, runCount, first);
        const rows = Math.min(form.rows - unit.firstBlock * plan.lanes, unit.blocks * plan.lanes);
        if (plan.folding === 'winograd') {
            this.#folded.writeSquares(unit, tiles, rows);
            return;
        }
        const out = shared.outputs + 4 * firstOutput(this.#run, unit);
        const unscale = plan.terms === 'scaled' ? UNSCALE : 1;
        kernels.writeOutputs(own.running, tiles * (blocking.rowTile / ROW_TILE), plan.lanes, out, 4 * form.out.ofRow, rows, unit.columns, unscale, outputScale ?? 1, outputScale !== undefined, flushToZero);
    }
    /** Adds the sums of a chunk to the running sums. @param first group */
    #addChunk(unit, tiles, runCount, first) {
        const { form, plan, blocking, treeWidth } = this.#run;
        const own = this.#own;
        const count = Math.min(blocking.chunk, form.groups - first);
        for (let done = 0; done < count; done += blocking.panelGroups) {
            const groups = Math.min(blocking.panelGroups, count - done);
            packPanel(this.#thread, unit.job, first + done, groups, runCount, own.panel);
            if (plan.fused)
                this.#fusedChunk(unit, tiles, first);
            else
                this.#sumGroups(unit, tiles, first, done, groups, count);
        }
        const tile = blocking.rowTile * plan.lanes;
        if (!plan.fused)
            this.#kernels.addChunks(own.terms, tile * count, count, treeWidth, own.running, tiles, unit.blocks, plan.lanes, plan.flush);
    }
    #fusedChunk(unit, tiles, first) {
        const { form, plan, blocking, shared } = this.#run;
        const kernels = this.#kernels;
        const own = this.#own;
        const rows = rowsAt(this.#run, unit, first);
        if (plan.single) {
            kernels.singleChunk(own.panel, blocking.pitch, rows.at, rows.block, own.terms, own.running, tiles, unit.blocks);
            return;
        }
        const factors = factorsAt(this.#run, unit, first);
        const plane = jobOf(form, unit.job).y + first;
        const exact = plan.terms === 'exact';
        if (exact)
            kernels.termFactors(factors.at, factors.block, shared.ySingles + 4 * plane, blocking.chunk, unit.blocks, plan.lanes, own.factors);
        else
            kernels.scaledFactors(factors.at, factors.block, shared.yDoubles + 8 * plane, blocking.chunk, unit.blocks, own.factors);
        const groups = form.groups - first;
        if (plan.lines > 0) {
            kernels.linesChunk(own.panel, blocking.pitch, rows.at, rows.block, plan.lines, groups, own.factors, own.sums, own.terms, own.running, tiles, unit.blocks);
        }
        else if (groups >= blocking.chunk) {
            const chunk = exact ? kernels.fusedChunk : kernels.fusedScaledChunk;
            chunk(own.panel, blocking.pitch, rows.at, rows.block, blocking.pairs, own.factors, own.terms, own.running, tiles, unit.blocks);
        }
        else {
            const chunk = exact ? kernels.fewerChunk : kernels.fewerScaledChunk;
            chunk(own.panel, blocking.pitch, rows.at, rows.block, blocking.pairs, groups, own.factors, own.terms, own.running, tiles, unit.blocks);
        }
    }
    /** Sums and terms of some groups of a chunk. @param done groups of the chunk before them @param count groups of the chunk */
    #sumGroups(unit, tiles, first, done, groups, count) {
        const { form, plan, blocking, shared, accumulator } = this.#run;
        const kernels = this.#kernels;
        const own = this.#own;
        const rows = rowsAt(this.#run, unit, first + done);
        const term = blocking.rowTile * plan.lanes;
        const tileBytes = term * count;
        const out = own.terms + term * done;
        if (plan.terms === 'exact') {
            const factors = factorsAt(this.#run, unit, first + done);
            const fy = shared.ySingles + 4 * (jobOf(form, unit.job).y + (first + done) * form.y.ofGroup);
            kernels.termFactors(factors.at, factors.block, fy, groups, unit.blocks, plan.lanes, own.factors);
            kernels.termSums(own.panel, blocking.pitch, rows.at, rows.block, blocking.pairs, groups, own.factors, out, tileBytes, tiles, unit.blocks, plan.lanes);
            return;
        }
        if (plan.sums === 'exact') {
            kernels.integerSums(own.panel, blocking.pitch, rows.at, rows.block, blocking.pairs, groups, out, tileBytes, tiles, unit.blocks, plan.lanes);
        }
        else {
            const validRows = form.rows - unit.firstBlock * plan.lanes;
            const { width, overflow } = accumulator;
            kernels.checkedSums(own.panel, blocking.pitch, rows.at, rows.block, blocking.pairs, groups, out, tileBytes, tiles, unit.blocks, plan.lanes, width, overflow === 'saturate', validRows, unit.columns, firstOutput(this.#run, unit), form.out.ofRow, first + done, own.report);
        }
        const factors = factorsAt(this.#run, unit, first + done);
        const fyTile = this.#layColumnFactors(unit, tiles, first + done, groups);
        kernels.terms(out, groups, tiles, unit.blocks, plan.lanes, tileBytes, factors.at, factors.block, own.columnFactors, fyTile, plan.flush);
    }
    /** Writes the factors of Y's scales for columns of a unit. @returns bytes from a tile to the next: 0 where they are all the same */
    #layColumnFactors({ job, firstColumn, columns }, tiles, firstGroup, groups) {
        const { form, shared } = this.#run;
        const doubles = this.#doubles;
        const { y } = jobOf(form, job);
        const shapes = form.y.ofPlane > 0 ? tiles : 1;
        let at = this.#own.columnFactors / 8;
        for (let tile = 0; tile < shapes; tile++) {
            for (let g = 0; g < groups; g++) {
                for (let i = 0; i < COLUMNS_OF_TILE; i++) {
                    const column = Math.min(tile * COLUMNS_OF_TILE + i, columns - 1) + firstColumn;
                    const plane = y + (firstGroup + g) * form.y.ofGroup + Math.floor(column / form.positions) * form.y.ofPlane;
                    doubles[at++] = doubles[shared.yDoubles / 8 + plane];
                }
            }
        }
        return form.y.ofPlane > 0 ? 8 * COLUMNS_OF_TILE * groups : 0;
    }
}
//# sourceMappingURL=unit.js.map