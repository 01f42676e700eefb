/** A unit as a block with its operands going in and its result coming out. */
import { resultFields } from "../golden/check/golden-results.js";
import { markup, NOTHING } from "./markup.js";
const WIDTH = 400;
const LINE = 18;
const BLOCK = 44;
/** Of an adder tree's terms, for instance, only the first are shown. */
const MAX_ROWS = 8;
/** The unit with the values of the first failure; without one, with the widths of its ports. */
export function unitDiagram({ unit, files }, { failures, matches }) {
    const failure = failures.at(0);
    const fields = files[0].fields;
    const ports = (list) => list.map(({ name, width, lanes }) => ({ name, value: lanes === 1 ? `${width} bits` : `${lanes} x ${width} bits`, look: 'soft' }));
    const operands = failure === undefined ? ports(fields.filter(({ direction }) => direction === 'in')) : failure.operands.map(({ name, hex, text }) => ({ name, value: `${hex}  ${brief(text)}`, look: 'code' }));
    const results = failure === undefined ? ports(resultFields(files[0])) : resultRows(failure);
    const shown = limited(operands);
    const below = limited(results);
    const top = 8 + LINE * shown.length;
    const bottom = top + 26 + BLOCK + 26;
    const height = bottom + LINE * below.length + 6;
    const title = failure === undefined ? unit : `${unit}: ${failure.index === null ? failure.verdict : `case ${failure.index}, ${failure.verdict}`}`;
    return markup `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${title}">
${shown.map((row, index) => line(row, 8 + LINE * index))}
<path class="wire" d="M${WIDTH / 2} ${top + 2}v22M${WIDTH / 2} ${bottom - 24}v20"/>
<rect class="box ${matches ? 'fine' : failure === undefined ? '' : 'bad'}" x="60" y="${top + 26}" width="${WIDTH - 120}" height="${BLOCK}" rx="6"/>
<text x="${WIDTH / 2}" y="${top + 26 + BLOCK / 2 + 4}" text-anchor="middle">${title}</text>
${below.map((row, index) => line(row, bottom + LINE * index))}
</svg>`;
}
function resultRows({ results }) {
    return results.flatMap(({ name, expected, found }) => {
        if (expected !== null && expected.hex === found?.hex)
            return [{ name, value: `${expected.hex}  ${brief(expected.text)}`, look: 'code' }];
        return [
            ...(expected === null ? [] : [{ name: `${name} expected`, value: `${expected.hex}  ${brief(expected.text)}`, look: 'good' }]),
            ...(found === null ? [] : [{ name: `${name} found`, value: `${found.hex}  ${brief(found.text)}`, look: 'bad' }]),
        ];
    });
}
/** The value without its fields, which the table has. */
function brief(text) {
    const fields = text.indexOf(' (');
    return fields < 0 ? text : text.slice(0, fields);
}
function limited(rows) {
    if (rows.length <= MAX_ROWS)
        return [...rows];
    return [...rows.slice(0, MAX_ROWS - 1), { name: '...', value: `${rows.length - MAX_ROWS + 1} more`, look: 'soft' }];
}
function line({ name, value, look }, y) {
    if (value === '')
        return NOTHING;
    return markup `<text class="soft" x="${WIDTH / 2 - 8}" y="${y + 12}" text-anchor="end">${short(name, 28)}</text><text class="code ${look}" x="${WIDTH / 2 + 8}" y="${y + 12}">${short(value, 27)}</text>`;
}
function short(text, most) {
    return text.length <= most ? text : `${text.slice(0, most - 3)}...`;
}
//# sourceMappingURL=check-unit-diagram.js.map