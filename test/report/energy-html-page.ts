/** A strict reader of the energy page, for its tests: every element is closed by name, every attribute quoted, every reference known. */

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

const EMPTY = new Set(['meta', 'br']);
const REFERENCES = new Map([['&amp;', '&'], ['&lt;', '<'], ['&gt;', '>'], ['&quot;', '"'], ['&#39;', "'"]]);

/** @throws Error for a page that isn't well formed */
export function parsePage(html: string): Element {
  const root: Element & { children: (Element | string)[] } = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  let at = 0;
  const rest = html.replace(/^<!doctype html>\n/, '');
  const fail = (what: string): never => {
    throw new Error(`${what} at ${at}: ${rest.slice(at, at + 60)}`);
  };
  while (at < rest.length) {
    const top = open[open.length - 1];
    if (rest[at] !== '<') {
      const end = rest.indexOf('<', at);
      top.children.push(decoded(rest.slice(at, end < 0 ? rest.length : end)));
      at = end < 0 ? rest.length : end;
      continue;
    }
    const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z][a-zA-Z0-9-]*="[^"<]*")*)(\/?)>/.exec(rest.slice(at, at + 5000)) ?? fail('no tag');
    const [whole, close, name, attributes, selfClosed] = tag;
    at += whole.length;
    if (close !== '') {
      if (open.pop()?.name !== name) fail(`</${name}> closes another element`);
      continue;
    }
    const pairs = [...attributes.matchAll(/ ([a-zA-Z][a-zA-Z0-9-]*)="([^"]*)"/g)].map(([, key, value]): [string, string] => [key, decoded(value)]);
    if (new Set(pairs.map(([key]) => key)).size < pairs.length) fail('an attribute twice');
    const element: Element & { children: (Element | string)[] } = { name, attributes: new Map(pairs), children: [] };
    top.children.push(element);
    if (name === 'style') {
      const end = rest.indexOf('</style>', at);
      element.children.push(rest.slice(at, end));
      at = end + '</style>'.length;
    } else if (selfClosed === '' && !EMPTY.has(name)) open.push(element);
  }
  if (open.length !== 1) fail(`<${open[open.length - 1].name}> is never closed`);
  return root;
}

export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [...(name === '*' || child.name === name ? [child] : []), ...all(child, name)]));
}

export function textOf(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

export function byId(page: Element, id: string): Element {
  const found = all(page, '*').filter(({ attributes }) => attributes.get('id') === id);
  if (found.length !== 1) throw new Error(`${found.length} elements of id ${id}`);
  return found[0];
}

/** A cell: its text, and the exact energy behind it. */
export interface Cell {
  readonly text: string;
  readonly exact: bigint | undefined;
}

/** A table's heads, and its lines of the head, the body and the foot: their names and cells. */
export function readTable(table: Element): { heads: readonly string[]; lines: readonly { name: string; cells: readonly Cell[] }[]; foot: readonly { name: string; cells: readonly Cell[] }[] } {
  const lineOf = (row: Element): { name: string; cells: readonly Cell[] } => ({
    name: textOf(all(row, 'th')[0]),
    cells: all(row, 'td').map((cell) => {
      const value = all(cell, 'data').at(0)?.attributes.get('value');
      return { text: textOf(cell), exact: value === undefined ? undefined : BigInt(value) };
    }),
  });
  const part = (name: string): readonly Element[] => all(table, name).flatMap((one) => all(one, 'tr'));
  return { heads: all(all(table, 'thead')[0], 'th').map(textOf), lines: part('tbody').map(lineOf), foot: part('tfoot').map(lineOf) };
}

function decoded(text: string): string {
  if (/[<>]/.test(text)) throw new Error(`a bare < or >: ${text}`);
  return text.replaceAll(/&[^;\s]*;?/g, (reference) => REFERENCES.get(reference) ?? unknown(reference));
}

function unknown(reference: string): never {
  throw new Error(`unknown reference ${reference}`);
}
