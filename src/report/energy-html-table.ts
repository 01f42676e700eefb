/** Tables of the energy page. */
import { amountText, type EnergyUnit } from './energy-amounts.ts';
import { markup, NOTHING, type Markup } from './markup.ts';

/** A column's head. */
export interface Head {
  readonly text: string;
  readonly isNumber: boolean;
}

export interface TableContent {
  /** Made by this program, never from outside. */
  readonly id: string;
  readonly caption: string;
  readonly heads: readonly Head[];
  /** `tr` elements. */
  readonly rows: readonly Markup[];
  readonly foot?: readonly Markup[];
}

export const words = (text: string): Head => ({ text, isNumber: false });
export const number = (text: string): Head => ({ text, isNumber: true });

/** A table in a box of its own, which scrolls where the page is too narrow. */
export function table({ id, caption, heads, rows, foot = [] }: TableContent): Markup {
  const head = heads.map(({ text, isNumber }) => markup`<th scope="col" class="${isNumber ? 'number' : ''}">${text}</th>`);
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table id="${id}"><caption>${caption}</caption><thead><tr>${head}</tr></thead>
<tbody>${rows}</tbody>${foot.length === 0 ? NOTHING : markup`<tfoot>${foot}</tfoot>`}</table></div>`;
}

/** A line of a table. @param look of the line's name: `code` for one that is not a word */
export function line(name: string, cells: readonly Markup[], look: 'code' | 'words' = 'words'): Markup {
  return markup`<tr><th scope="row" class="${look}">${name}</th>${cells}</tr>
`;
}

/** An energy in a unit, and behind it the exact one in fJ. */
export function energyCell(energy_fJ: bigint, unit: EnergyUnit): Markup {
  return markup`<td class="number"><data value="${String(energy_fJ)}">${energy_fJ === 0n ? '-' : amountText(energy_fJ, unit)}</data></td>`;
}

export function numberCell(text: string, loses = false): Markup {
  return markup`<td class="${loses ? 'number loses' : 'number'}">${text}</td>`;
}

export function textCell(text: string, look: 'words' | 'sentence' = 'words'): Markup {
  return markup`<td class="${look}">${text}</td>`;
}

/** Something that is unfolded by those who want it, and printed in any case. */
export function folded(title: string, content: Markup, isOpen = false): Markup {
  const fold = isOpen ? markup`<details class="fold" open="">` : markup`<details class="fold">`;
  return markup`<div class="foldable">${fold}<summary>${title}</summary></details><div class="folded">${content}</div></div>
`;
}
