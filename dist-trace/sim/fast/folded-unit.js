/** The part of units whose groups are folded. */
import { Y_NODES_BYTES } from "./fold-columns.js";
import { foldedBytes, foldPart, NOTES_BYTES, rowPart } from "./fold-rows.js";
import { jobOf } from "./matrix-form.js";
import { packPanel } from "./panel.js";
import { factorsAt, firstOutput, packedAt, rowsAt } from "./run-description.js";
const SQUARES_OF_VECTOR = 4;
/** Adds the sums of folded groups to running sums. */
export class FoldedUnits {
    #thread;
    #source;
    #bytes;
    /** The columns whose panels are there, by the unit of all rows, and of how many chunks. */
    #packedOf = -1;
    #packedChunks = 0;
    /** The job and the blocks whose levels are there, and their rows in the first chunk. */
    #levelsOf = { job: -1, firstBlock: 0, blocks: 0 };
    #rows = { rows: 0, factors: 0, notes: 0, blocks: 0 };
    /** @param source where rows are that units fold */
    constructor(thread, source) {
        this.#thread = thread;
        this.#source = source;
        this.#bytes = foldedBytes(thread.run);
    }
    /** All groups of a unit. @param runCount of `layRuns` */
    addUnit(unit, tiles, runCount) {
        const { form, blocking, shared } = this.#thread.run;
        const yFactors = shared.ySingles + 4 * jobOf(form, unit.job).y;
        const of = { unit, tiles, runCount, yFactors, vectors: Math.ceil(unit.columns / SQUARES_OF_VECTOR), wholeVectors: this.#wholeVectors(unit) };
        if (blocking.late)
            this.#addLate(of, blocking.late);
        else
            this.#addChunks(of);
    }
    /** Rows that were folded beforehand. The loop over chunks makes no objects: a small unit takes hardly more time for its products than these would. */
    #addChunks(of) {
        const { run, own } = this.#thread;
        const { unit } = of;
        const { shared, blocking } = run;
        const chunks = blocking.groups / blocking.chunk;
        // Panels of a job have their rows and levels in common.
        if (!isOfSameRows(this.#levelsOf, unit)) {
            const notes = packedAt(run, unit, 0, shared.notes, NOTES_BYTES / blocking.chunk).at;
            this.#rows = { rows: rowsAt(run, unit, 0).at, factors: factorsAt(run, unit, 0).at, notes, blocks: blocking.blocks };
            this.#layLevels(unit, this.#rows, 0, chunks);
            this.#levelsOf = unit;
        }
        const levels = (blocking.chunk / 2) * unit.blocks;
        for (let chunk = 0; chunk < chunks; chunk++) {
            const panel = this.#panelOf(of, chunk);
            const rows = this.#rows.rows + chunk * blocking.blocks * this.#bytes.rows;
            const factors = this.#rows.factors + chunk * blocking.blocks * this.#bytes.factors;
            this.#addFolded(of, unit.blocks, panel, chunk, 1, rows, factors, own.levels + chunk * levels, own.running);
        }
    }
    /** Folds the rows, step by step, and takes them at once. */
    #addLate(of, step) {
        const { run, kernels, own } = this.#thread;
        const { form, plan, blocking } = run;
        const { unit, tiles } = of;
        const { channelGroup } = jobOf(form, unit.job);
        const chunks = blocking.groups / blocking.chunk;
        for (let chunk = 0; chunk < chunks; chunk += step.chunks) {
            const panel = this.#panelOf(of, chunk);
            for (let i = 1; i < step.chunks; i++)
                this.#panelOf(of, chunk + i);
            for (let block = 0; block < unit.blocks; block += step.blocks) {
                const part = { ...unit, firstBlock: unit.firstBlock + block, blocks: Math.min(step.blocks, unit.blocks - block) };
                const rows = { rows: own.lateRows, factors: own.lateFactors, notes: own.lateNotes, blocks: part.blocks };
                foldPart(run, kernels, rowPart(run, channelGroup, part.firstBlock, part.blocks, chunk, step.chunks), this.#source, own.foldScratch, rows);
                this.#layLevels(part, rows, chunk, step.chunks);
                this.#addFolded(of, part.blocks, panel, chunk, step.chunks, rows.rows, rows.factors, own.levels, own.running + block * tiles * blocking.rowTile * plan.lanes);
            }
        }
    }
    /** The panel of a chunk, packed where it isn't there from a unit of other rows. Chunks come one after the other. @returns its address */
    #panelOf({ unit, runCount }, chunk) {
        const { run, own } = this.#thread;
        const { form, blocking } = run;
        const keeps = blocking.keptPanels > 1;
        const at = own.panel + (keeps ? (chunk * blocking.pitch * blocking.pairs * blocking.chunk) / blocking.stepGroups : 0);
        const columns = unit.job * form.columns + unit.firstColumn;
        if (this.#packedOf !== columns)
            this.#packedChunks = 0;
        if (keeps && chunk < this.#packedChunks)
            return at;
        const first = chunk * blocking.chunk;
        packPanel(this.#thread, unit.job, first, Math.min(blocking.chunk, form.groups - first), runCount, at);
        this.#packedOf = columns;
        this.#packedChunks = chunk + 1;
        return at;
    }
    /** Adds the sums of folded rows to running sums: of one chunk, or of several of one block. */
    #addFolded({ tiles, yFactors, vectors, wholeVectors }, blocks, panel, chunk, chunks, rows, factors, levels, running) {
        const { run, kernels, own } = this.#thread;
        const { plan, blocking } = run;
        const bytes = this.#bytes;
        kernels.termFactors(factors, bytes.factors, yFactors + 4 * chunk * blocking.chunk, chunks * blocking.chunk, blocks, plan.lanes, own.factors);
        if (plan.folding === 'direct')
            kernels.foldedChunks(panel, blocking.pitch, rows, bytes.rows, blocking.pairs, own.factors, levels, own.halves, own.terms, running, tiles, blocks, chunks);
        else
            kernels.squaresChunks(panel, rows, bytes.rows, own.factors, levels, own.halves, own.sums, own.terms, running, tiles, blocks, chunks, vectors, wholeVectors);
    }
    /** The first vectors of columns, in any of whose squares a lower output exists: those of the last row have none where outputs are an odd number. */
    #wholeVectors({ firstColumn, columns }) {
        const { outputRows, outputColumns } = this.#thread.run.source;
        const withLower = Math.floor(outputRows / 2) * Math.ceil(outputColumns / 2);
        return Math.ceil(Math.max(0, Math.min(columns, withLower - firstColumn)) / SQUARES_OF_VECTOR);
    }
    /** The levels of the nodes of some chunks, by [chunk][block]. */
    #layLevels({ job, blocks }, rows, chunk, chunks) {
        const { run, kernels, own } = this.#thread;
        const { plan, blocking, shared } = run;
        const { sums, exact } = plan.limits;
        const yNodes = shared.yNodes + Y_NODES_BYTES * ((job * blocking.groups) / blocking.chunk + chunk);
        kernels.layLevels(rows.notes, rows.factors, rows.blocks, yNodes, sums, exact, own.levels, blocks, chunks);
    }
    /** Writes the outputs of a unit of squares. @param rows that exist */
    writeSquares(unit, tiles, rows) {
        const { run, kernels, own, words } = this.#thread;
        const { form, shared, source, flushToZero, outputScale } = run;
        const squares = Math.ceil(source.outputColumns / 2);
        for (let i = 0; i < unit.columns; i++) {
            const column = 2 * ((unit.firstColumn + i) % squares);
            const row = 2 * Math.floor((unit.firstColumn + i) / squares);
            words[own.places / 4 + 2 * i] = 4 * (row * source.outputColumns + column);
            words[own.places / 4 + 2 * i + 1] = (column + 1 < source.outputColumns ? 0 : 1) | (row + 1 < source.outputRows ? 0 : 2);
        }
        const out = shared.outputs + 4 * firstOutput(run, { ...unit, firstColumn: 0 });
        kernels.writeSquares(own.running, tiles, own.places, out, 4 * form.out.ofRow, 4 * source.outputColumns, rows, unit.columns, outputScale ?? 1, outputScale !== undefined, flushToZero);
    }
}
function isOfSameRows(a, b) {
    return a.job === b.job && a.firstBlock === b.firstBlock && a.blocks === b.blocks;
}
//# sourceMappingURL=folded-unit.js.map