/** The form of a pass. @param xPlanes, yPlanes channels of X and Y, their second index */
export function matrixForm(conv, xChannels, yChannels) {
    const { pass, outputShape, groupCount: groups, groupSize: taps, channelGroups } = conv;
    const positions = outputShape[2] * outputShape[3];
    const common = { positions, groups, taps, channelGroups, window: windowOf(conv), lines: linesOf(conv) };
    if (pass === 'weight-grad') {
        const rows = outputShape[0] / channelGroups;
        const planes = outputShape[1];
        return {
            ...common,
            jobs: channelGroups,
            rows,
            columns: planes * positions,
            x: { ofChannelGroup: rows, ofRow: 1, ofGroup: xChannels },
            y: { ofImage: 0, ofChannelGroup: planes, ofGroup: yChannels, ofPlane: 1 },
            out: { ofImage: 0, ofChannelGroup: rows * planes * positions, ofRow: planes * positions },
        };
    }
    const rows = outputShape[1] / channelGroups;
    return {
        ...common,
        jobs: outputShape[0] * channelGroups,
        rows,
        columns: positions,
        x: pass === 'forward' ? { ofChannelGroup: rows * groups, ofRow: groups, ofGroup: 1 } : { ofChannelGroup: rows * groups, ofRow: 1, ofGroup: rows },
        y: { ofImage: yChannels, ofChannelGroup: groups, ofGroup: 1, ofPlane: 0 },
        out: { ofImage: outputShape[1] * positions, ofChannelGroup: rows * positions, ofRow: positions },
    };
}
/** The first planes and the first output of a job. */
export function jobOf(form, job) {
    const image = Math.floor(job / form.channelGroups);
    const channelGroup = job % form.channelGroups;
    return {
        channelGroup,
        x: channelGroup * form.x.ofChannelGroup,
        y: image * form.y.ofImage + channelGroup * form.y.ofChannelGroup,
        out: image * form.out.ofImage + channelGroup * form.out.ofChannelGroup,
    };
}
/** Images of Y whose jobs need nothing of the others: those of the batch, or one where a job has all of them. */
export function imageCount({ jobs, channelGroups, y }) {
    return y.ofPlane > 0 ? 1 : jobs / channelGroups;
}
/** The jobs that need an image. */
export function jobsOf(form, image) {
    const jobs = form.jobs / imageCount(form);
    return { first: image * jobs, end: (image + 1) * jobs };
}
/** The image that a job needs. */
export function imageOf({ channelGroups, y }, job) {
    return y.ofPlane > 0 ? 0 : Math.floor(job / channelGroups);
}
/** The first plane of X of some rows and groups. */
export function firstPlane({ x }, part) {
    return part.channelGroup * x.ofChannelGroup + part.row * x.ofRow + part.group * x.ofGroup;
}
function windowOf({ rows, columns }) {
    const square = rows.taps === 3 && columns.taps === 3 && rows.outputStep === 1 && columns.outputStep === 1;
    if (!square || rows.tapStep !== columns.tapStep || Math.abs(rows.tapStep) !== 1)
        return undefined;
    return { taps: rows.tapStep === 1 ? 'forwards' : 'backwards', squares: Math.ceil(rows.outputs / 2) * Math.ceil(columns.outputs / 2) };
}
function linesOf({ rows, columns }) {
    const long = columns.taps === 7 && columns.outputStep === 2 && columns.tapStep === 1 && rows.tapStep === 1;
    return long && columns.outputs % 2 === 0 ? rows.taps : undefined;
}
/** The same with squares of 2x2 outputs as columns. */
export function squareForm(form, { squares }) {
    return { ...form, positions: squares, columns: squares };
}
//# sourceMappingURL=matrix-form.js.map