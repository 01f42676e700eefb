/** Tables of the energy page. */
import { amountText } from "./energy-amounts.js";
import { markup, NOTHING } from "./markup.js";
export const words = (text) => ({ text, isNumber: false });
export const number = (text) => ({ text, isNumber: true });
/** A table in a box of its own, which scrolls where the page is too narrow. */
export function table({ id, caption, heads, rows, foot = [] }) {
    const head = heads.map(({ text, isNumber }) => markup `<th scope="col" class="${isNumber ? 'number' : ''}">${text}</th>`);
    return markup `<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table id="${id}"><caption>${caption}</caption><thead><tr>${head}</tr></thead>
<tbody>${rows}</tbody>${foot.length === 0 ? NOTHING : markup `<tfoot>${foot}</tfoot>`}</table></div>`;
}
/** A line of a table. @param look of the line's name: `code` for one that is not a word */
export function line(name, cells, look = 'words') {
    return markup `<tr><th scope="row" class="${look}">${name}</th>${cells}</tr>
`;
}
/** An energy in a unit, and behind it the exact one in fJ. */
export function energyCell(energy_fJ, unit) {
    return markup `<td class="number"><data value="${String(energy_fJ)}">${energy_fJ === 0n ? '-' : amountText(energy_fJ, unit)}</data></td>`;
}
export function numberCell(text, loses = false) {
    return markup `<td class="${loses ? 'number loses' : 'number'}">${text}</td>`;
}
export function textCell(text, look = 'words') {
    return markup `<td class="${look}">${text}</td>`;
}
/** Something that is unfolded by those who want it, and printed in any case. */
export function folded(title, content, isOpen = false) {
    const fold = isOpen ? markup `<details class="fold" open="">` : markup `<details class="fold">`;
    return markup `<div class="foldable">${fold}<summary>${title}</summary></details><div class="folded">${content}</div></div>
`;
}
//# sourceMappingURL=energy-html-table.js.map