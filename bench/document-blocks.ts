/** Parts of a page that a program writes, between markers that a reader doesn't see. */

const begin = (name: string): string => `<!-- measured: ${name} -->`;
const END = '<!-- end -->';

/** The page with these blocks' contents replaced. @throws Error for a block that the page has no markers for */
export function withBlocks(page: string, blocks: Readonly<Record<string, string>>): string {
  return Object.entries(blocks).reduce((text, [name, body]) => {
    const start = text.indexOf(begin(name));
    const end = text.indexOf(END, start);
    if (start < 0 || end < 0) throw new Error(`expected a block ${begin(name)} ... ${END} in the page`);
    return `${text.slice(0, start)}${begin(name)}\n${body}\n${text.slice(end)}`;
  }, page);
}
