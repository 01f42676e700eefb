import { markup, NOTHING } from "./markup.js";
const WIDTH = 400;
const LEFT = 96;
const RIGHT = 8;
const BOX = 22;
const GAP = 20;
/** What the wrong register holds and should hold. */
const CALL = 64;
/** More lanes don't fit side by side: those around the wrong one are drawn. */
const MAX_LANES = 16;
const MAX_CELLS = 16;
/** The diagram. Without registers, only the outputs are known. */
export function elementDiagram(shape, outcome) {
    const first = outcome.registers?.first ?? null;
    const rows = rowsOf(shape, first);
    let y = 6;
    const drawn = rows.map((row, index) => {
        const failing = first !== null && isIn(row, first.stage) ? first : null;
        const spread = outcome.registers?.spread.filter(({ stage }) => isIn(row, stage)) ?? [];
        const from = y;
        y += BOX + (failing === null ? 0 : CALL) + GAP;
        return markup `${index === 0 ? NOTHING : wires(rows[index - 1], row, from)}${drawRow(row, from, failing, spread, outcome)}${failing === null ? NOTHING : callout(failing, from + BOX + 4)}`;
    });
    const label = first === null ? 'The stages of the processing element' : `The stages of the processing element: ${first.difference.name} is wrong in cycle ${first.cycle}`;
    return markup `<svg viewBox="0 0 ${WIDTH} ${y}" role="img" aria-label="${label}">${drawn}</svg>`;
}
function rowsOf({ lanes, fpAddLatency, contexts, stages }, first) {
    const level = /^T\.level(\d+)\./.exec(first?.stage ?? '')?.[1];
    const failingLane = first === null ? 0 : first.indexName === 'node' ? first.index * 2 ** Number(level ?? 0) : first.indexName === 'lane' ? first.index : 0;
    const firstLane = lanes <= MAX_LANES ? 0 : Math.floor(failingLane / MAX_LANES) * MAX_LANES;
    const shown = Math.min(lanes, MAX_LANES);
    const numbers = (count, start = 0) => Array.from({ length: Math.min(count, MAX_CELLS) }, (_, index) => String(start + index));
    const laneRow = (letter, label) => ({
        letter,
        label,
        path: letter,
        cells: numbers(shown, firstLane),
        cellOf: ({ indexName, index }) => (indexName === 'lane' ? index - firstLane : -1),
    });
    const tree = Array.from({ length: stages.levels }, (_, index) => {
        const start = firstLane >> (index + 1);
        const count = Math.max(1, shown >> (index + 1));
        return {
            letter: 'T',
            label: `tree, level ${index + 1}`,
            path: `T.level${index + 1}`,
            cells: numbers(count, start),
            cellOf: ({ indexName, index }) => (indexName === 'node' ? index - start : -1),
        };
    });
    const adding = fpAddLatency - 1;
    const running = {
        letter: 'R',
        label: 'running sum',
        path: 'R',
        cells: [...Array.from({ length: adding }, (_, index) => `s${index}`), ...Array.from({ length: contexts }, (_, index) => `c${index}`)].slice(0, MAX_CELLS),
        cellOf: ({ indexName, register, index }) => (indexName === 'context' && register === 'R.context.sum' ? adding + index : register === 'R.stage.sum' ? index : -1),
    };
    const scaled = {
        letter: 'Z',
        label: 'tensor scale',
        path: 'Z',
        cells: numbers(stages.count - stages.tensorScale),
        cellOf: ({ register, index }, stage) => (register === 'Z.stage.output' ? index : Number(stage.slice('Z.stage'.length))),
    };
    const rows = [laneRow('M', 'product'), laneRow('A', 'accumulator'), laneRow('S', 'group scale'), laneRow('C', 'binary32'), ...tree, running];
    return stages.count > stages.tensorScale ? [...rows, scaled] : rows;
}
function isIn({ path }, stage) {
    return stage === path || stage.startsWith(`${path}.`);
}
function drawRow(row, y, failing, spread, outcome) {
    const wrong = failing === null ? -1 : row.cellOf(failing, failing.stage);
    const later = new Set(spread.flatMap(({ registers, stage }) => registers.map((place) => row.cellOf(place, stage))));
    const boxes = row.cells.map((cell, index) => {
        const { x, width } = cellPlace(row, index);
        const isWrong = failing !== null && (index === wrong || wrong < 0);
        const look = later.has(index) || later.has(-1) ? 'warn' : outcome.matches ? 'fine' : '';
        return markup `<rect class="box ${isWrong ? 'bad' : look}" x="${x}" y="${y}" width="${width}" height="${BOX}" rx="3"/><text class="${isWrong ? 'bad' : 'soft'}" x="${x + width / 2}" y="${y + 15}" text-anchor="middle">${cell}</text>`;
    });
    const since = spread.length === 0 ? undefined : Math.min(...spread.map(({ firstCycle }) => firstCycle));
    return markup `<text x="0" y="${y + 9}">${row.letter}  ${row.label}</text>${since === undefined ? NOTHING : markup `<text class="${failing === null ? 'warn' : 'bad'}" x="0" y="${y + 21}">from cycle ${since}</text>`}${boxes}`;
}
/** What the register holds and should hold. */
function callout({ difference: { name, expected, found }, cycle }, y) {
    const side = (word, value) => (value === null ? '' : `${word} ${short(value.hex, 24)}${value.text === '' ? '' : `  ${value.text.replace(/ \(.*$/, '')}`}`);
    return markup `<rect class="call" x="${LEFT}" y="${y}" width="${WIDTH - LEFT - RIGHT}" height="${CALL - 6}" rx="4"/><text class="bad" x="${LEFT + 8}" y="${y + 16}">${name}, cycle ${cycle}</text><text class="code good" x="${LEFT + 8}" y="${y + 33}">${side('expected', expected)}</text><text class="code bad" x="${LEFT + 8}" y="${y + 49}">${side('found   ', found)}</text>`;
}
/** Each box under the middle of those that it takes from. */
function cellPlace({ cells }, index) {
    const pitch = (WIDTH - LEFT - RIGHT) / cells.length;
    const width = Math.min(pitch - 3, 60);
    return { x: Math.round((LEFT + pitch * (index + 0.5) - width / 2) * 10) / 10, width: Math.round(width * 10) / 10 };
}
function wires(above, below, y) {
    const middle = (row, index) => {
        const { x, width } = cellPlace(row, index);
        return Math.round((x + width / 2) * 10) / 10;
    };
    // Registers of the running sum and the tensor scale are no lanes.
    const isLanes = /[MASCT]/.test(above.letter) && /[MASCT]/.test(below.letter) && (above.cells.length === below.cells.length || above.cells.length === 2 * below.cells.length);
    const pairs = isLanes
        ? above.cells.map((_, index) => [middle(above, index), middle(below, Math.floor((index * below.cells.length) / above.cells.length))])
        : [[LEFT + (WIDTH - LEFT - RIGHT) / 2, LEFT + (WIDTH - LEFT - RIGHT) / 2]];
    const path = pairs.map(([from, to]) => `M${from} ${y - GAP + 1}L${to} ${y - 1}`).join('');
    return markup `<path class="wire" d="${path}"/>`;
}
function short(text, most) {
    return text.length <= most ? text : `${text.slice(0, most - 3)}...`;
}
//# sourceMappingURL=check-element-diagram.js.map