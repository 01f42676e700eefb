/** SystemVerilog source as tokens, with what a mutation needs to know of each: just enough of the grammar for the files in rtl/. */

export type TokenKind = 'identifier' | 'number' | 'operator' | 'string';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offset in the source. */
  readonly at: number;
  /** Index of the first token of the statement that it belongs to. */
  readonly statement: number;
  /** How many parentheses, braces and brackets are open before it. */
  readonly depth: number;
}

const PATTERN =
  /(?<space>\s+)|(?<comment>\/\/[^\n]*|\/\*[^]*?\*\/)|(?<string>"[^"\n]*")|(?<number>\d*'s?[bodh][0-9a-f_xz]+|'[01]|\d+)|(?<identifier>[$`\w]+)|(?<operator><<<|>>>|===|!==|<<|>>|<=|>=|==|!=|&&|\|\||\*\*|\+:|-:|\+\+|~[&|^]|[-+*/%&|^~!<>=?:;,.#@(){}[\]'])/giy;

/** Keywords after which a new statement begins. */
const BLOCK_WORDS = new Set(['begin', 'end', 'else', 'generate', 'endgenerate', 'always_comb', 'always_ff', 'default', 'endcase', 'endfunction']);

/** All tokens, comments and white space left out. @throws Error for a character that no token begins with */
export function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let statement = 0;
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < source.length) {
    const at = PATTERN.lastIndex;
    const groups = PATTERN.exec(source)?.groups as Partial<Record<string, string>> | undefined;
    if (groups === undefined) throw new Error(`offset ${at}: expected a token, found ${JSON.stringify(source.slice(at, at + 20))}`);
    const kind = (['identifier', 'number', 'operator', 'string'] as const).find((name) => groups[name] !== undefined);
    const text = kind === undefined ? undefined : groups[kind];
    if (kind === undefined || text === undefined) continue;
    if (')}]'.includes(text)) depth--;
    tokens.push({ kind, text, at, statement, depth });
    if ('({['.includes(text)) depth++;
    if ((text === ';' && depth === 0) || BLOCK_WORDS.has(text)) statement = tokens.length;
  }
  return tokens;
}

/** Index of the first token after the header `module name #(...) (...);`. */
export function bodyStart(tokens: readonly Token[]): number {
  const module = tokens.findIndex(({ text }) => text === 'module');
  return tokens.findIndex(({ text, depth }, index) => index > module && text === ';' && depth === 0) + 1;
}
