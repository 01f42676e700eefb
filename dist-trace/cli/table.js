/** Tables without borders for the terminal. */
import Table from 'cli-table3';
const NO_LINE = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };
const NO_FRAME = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' };
const BORDERLESS = { ...NO_FRAME, ...NO_LINE, left: '  ', right: '', middle: '  ' };
/** A table as text. @param leftColumns the first columns, which are aligned left; the others are numbers */
export function borderless(head, leftColumns, rows) {
    const table = new Table({
        head: [...head],
        colAligns: head.map((_, column) => (column < leftColumns ? 'left' : 'right')),
        style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
        chars: BORDERLESS,
    });
    for (const row of rows)
        table.push([...row]);
    return table.toString();
}
//# sourceMappingURL=table.js.map