import { jobOf } from "./matrix-form.js";
/** What all of the work is cut into: neighbouring slices of the same columns make a unit. */
export function sliceCount({ form, blocking }) {
    return form.jobs * Math.ceil(form.columns / blocking.panelColumns) * blocking.rowSlices;
}
/** Of the slices that are left, a thread leaves so many times its own to each. */
const LEFT_TO_EACH = 2;
/** How many slices the next unit has: fewer towards the end, when a thread with a large one would be waited for. @param slice its first one */
export function slicesOfUnit(run, slice) {
    const { rowSlices, unitSlices } = run.blocking;
    const fair = Math.floor((sliceCount(run) - slice) / (LEFT_TO_EACH * run.threads));
    const ofPanel = rowSlices - (slice % rowSlices);
    return Math.min(ofPanel, unitSlices, Math.max(1, fair));
}
/** @param slice the unit's first one @param slices how many it has, all of one panel */
export function unitAt({ form, blocking }, slice, slices) {
    const { rowSlices } = blocking;
    const panels = Math.ceil(form.columns / blocking.panelColumns);
    const inPanel = slice % rowSlices;
    const panel = Math.floor(slice / rowSlices) % panels;
    const firstColumn = panel * blocking.panelColumns;
    const firstBlock = Math.floor((inPanel * blocking.blocks) / rowSlices);
    return {
        job: Math.floor(slice / rowSlices / panels),
        firstColumn,
        columns: Math.min(blocking.panelColumns, form.columns - firstColumn),
        firstBlock,
        blocks: Math.floor(((inPanel + slices) * blocking.blocks) / rowSlices) - firstBlock,
    };
}
/** The index of a unit's first output. */
export function firstOutput({ form, plan }, { job, firstColumn, firstBlock }) {
    return jobOf(form, job).out + firstBlock * plan.lanes * form.out.ofRow + firstColumn;
}
/** The packed rows of a unit from a group on. */
export function rowsAt(run, unit, group) {
    const { plan, blocking, shared } = run;
    return packedAt(run, unit, group, shared.rows, (4 * plan.lanes * blocking.pairs) / blocking.stepGroups);
}
/** The same for the factors of the rows. */
export function factorsAt(run, unit, group) {
    const { plan, shared } = run;
    return packedAt(run, unit, group, shared.factors, shared.factorBytes * plan.lanes);
}
/** An address in [channel group][chunk][block][group of the chunk]; all groups are one chunk where a chunk isn't one kernel. */
export function packedAt({ form, plan, blocking }, { job, firstBlock }, group, start, ofGroup) {
    const together = plan.fused ? blocking.chunk : blocking.groups;
    const block = ofGroup * together;
    const { channelGroup } = jobOf(form, job);
    const chunk = start + blocking.blocks * (channelGroup * blocking.groups * ofGroup + Math.floor(group / together) * block);
    return { at: chunk + firstBlock * block + (group % together) * ofGroup, block };
}
//# sourceMappingURL=run-description.js.map