import { jobOf } from "./matrix-form.js";
/** Writes the columns of a unit as runs along the rows of the source. @returns their count */
export function layRuns({ run, own, words }, { firstColumn, columns }) {
    const { form, plan, source } = run;
    const line = plan.folding === 'winograd' ? Math.ceil(source.outputColumns / 2) : source.outputColumns;
    let at = own.runs / 4;
    let count = 0;
    for (let column = firstColumn; column < firstColumn + columns; count++) {
        const position = column % form.positions;
        const inRow = position % line;
        const length = Math.min(line - inRow, firstColumn + columns - column);
        const plane = ((column - position) / form.positions) * form.y.ofPlane;
        const row = (position - inRow) / line;
        words[at++] = length;
        words[at++] = 2 * (plane * source.planeElements + row * source.rowStep * source.rowElements + inRow * source.columnStep);
        column += length;
    }
    return count;
}
/** Packs the columns of a unit for some groups. @param runCount of `layRuns` @param to where the panel goes */
export function packPanel({ run, kernels, own, words }, job, firstGroup, groups, runCount, to) {
    const { form, plan, blocking, shared, source } = run;
    const { y } = jobOf(form, job);
    const firstPlane = y + firstGroup * form.y.ofGroup;
    const plane = shared.source + 2 * source.planeElements * firstPlane;
    const planeStep = 2 * source.planeElements * form.y.ofGroup * blocking.stepGroups;
    const steps = Math.ceil(groups / blocking.stepGroups);
    if (plan.folding === 'winograd') {
        kernels.packSquares(plane, planeStep, planeStep / 2, steps, 2 * source.rowElements, own.runs, runCount, own.sums, to);
        return;
    }
    if (plan.lines > 0) {
        kernels.packLines(plane, planeStep, steps, 2 * source.rowElements, plan.lines, own.runs, runCount, to, blocking.pitch);
        return;
    }
    if (!plan.single) {
        kernels.packPanel(plane, planeStep, steps, shared.offsets, blocking.pairs, own.runs, runCount, source.columnStep, to, blocking.pitch);
        return;
    }
    const tap = words[shared.offsets / 4];
    kernels.packSingles(plane + tap, planeStep, groups, shared.ySingles + 4 * firstPlane, own.runs, runCount, source.columnStep, to, blocking.pitch);
    // Groups that fill the chunk up: any number but a NaN or an infinity would do.
    kernels.clear(to + groups * blocking.pitch, (blocking.chunk - groups) * blocking.pitch);
}
//# sourceMappingURL=panel.js.map