/** A strict reader of VCD files, from IEEE 1364-2005 clause 18 alone, for tests. Any departure is an Error. */

export interface VcdVariable {
  /** Names from the top scope down to the variable. */
  readonly path: readonly string[];
  readonly type: string;
  readonly width: number;
  readonly code: string;
  /** The declared range, such as `[7:0]`; empty without one. */
  readonly range: string;
}

export interface VcdChange {
  readonly time: number;
  /** Of full width, most significant bit first; or a real number. */
  readonly value: string | number;
  /** As it is in the file. */
  readonly text: string;
}

export class VcdFile {
  readonly comments: string[] = [];
  timescale = '';
  readonly scopes: string[] = [];
  /** By dotted path, in the file's order. */
  readonly variables = new Map<string, VcdVariable>();
  readonly times: number[] = [];
  /** By identifier code, in order of time. */
  readonly changes = new Map<string, VcdChange[]>();
  /** The codes in $dumpvars. */
  readonly dumped: string[] = [];

  changesOf(path: string): readonly VcdChange[] {
    const variable = this.variables.get(path);
    if (variable === undefined) throw new Error(`no variable ${path}`);
    return this.changes.get(variable.code) ?? [];
  }

  /** The value from the last change up to `time`. */
  at(path: string, time: number): string | number | undefined {
    return this.changesOf(path).findLast((change) => change.time <= time)?.value;
  }

  unsignedAt(path: string, time: number): bigint {
    return BigInt(`0b${this.at(path, time)}`);
  }

  signedAt(path: string, time: number): bigint {
    return BigInt.asIntN(this.variables.get(path)?.width ?? 0, this.unsignedAt(path, time));
  }
}

class Tokens {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(text: string) {
    this.#tokens = text.split(/[ \t\r\n]+/).filter((token) => token !== '');
  }

  take(): string | undefined {
    return this.#tokens[this.#next++];
  }

  need(what: string): string {
    const token = this.take();
    if (token === undefined) throw new Error(`expected ${what}, found the end`);
    return token;
  }

  untilEnd(): string[] {
    const found: string[] = [];
    for (let token = this.need('$end'); token !== '$end'; token = this.need('$end')) found.push(token);
    return found;
  }
}

export function parseVcd(text: string): VcdFile {
  if (/[^\n\r\t\x20-\x7e]/.test(text)) throw new Error('expected printable ASCII');
  const tokens = new Tokens(text);
  const file = new VcdFile();
  const byCode = declarations(tokens, file);
  valueChanges(tokens, file, byCode);
  return file;
}

/** @returns the variables by code */
function declarations(tokens: Tokens, file: VcdFile): Map<string, VcdVariable> {
  const byCode = new Map<string, VcdVariable>();
  const path: string[] = [];
  for (;;) {
    const keyword = tokens.need('a declaration');
    const words = tokens.untilEnd();
    switch (keyword) {
      case '$enddefinitions':
        require(words.length === 0 && path.length === 0, 'every $scope closed');
        require(file.timescale !== '', 'a $timescale');
        return byCode;
      case '$comment':
        file.comments.push(words.join(' '));
        break;
      case '$date':
      case '$version':
        break;
      case '$timescale':
        file.timescale = words.join('');
        require(/^(1|10|100)(s|ms|us|ns|ps|fs)$/.test(file.timescale), `a timescale, found ${file.timescale}`);
        break;
      case '$scope':
        require(words.length === 2 && /^(module|task|function|begin|fork)$/.test(words[0]), `a scope, found ${words.join(' ')}`);
        require(isIdentifier(words[1]), `an identifier, found ${words[1]}`);
        path.push(words[1]);
        require(!file.scopes.includes(path.join('.')), `scope ${path.join('.')} once`);
        file.scopes.push(path.join('.'));
        break;
      case '$upscope':
        require(words.length === 0 && path.pop() !== undefined, 'an open scope');
        break;
      case '$var': {
        const variable = variableOf(words, path);
        const name = variable.path.join('.');
        require(!file.variables.has(name) && !file.scopes.includes(name), `${name} once`);
        require(!byCode.has(variable.code), `code ${variable.code} once`);
        file.variables.set(name, variable);
        byCode.set(variable.code, variable);
        break;
      }
      default:
        throw new Error(`expected a declaration keyword, found ${keyword}`);
    }
  }
}

function variableOf(words: readonly string[], path: readonly string[]): VcdVariable {
  const [type, size, code, name, range = '', ...rest] = words;
  require(words.length >= 4 && rest.length === 0, `a variable, found ${words.join(' ')}`);
  require(/^(reg|wire|integer|real|parameter|time)$/.test(type), `a type, found ${type}`);
  require(/^[1-9][0-9]*$/.test(size), `a size, found ${size}`);
  require(/^[!-~]+$/.test(code), `a code, found ${code}`);
  require(isIdentifier(name), `an identifier, found ${name}`);
  const width = Number(size);
  require(range === '' || range === `[${width - 1}:0]`, `a range of ${width} bits, found ${range}`);
  require(path.length > 0, 'a scope');
  return { path: [...path, name], type, width, code, range };
}

function valueChanges(tokens: Tokens, file: VcdFile, byCode: ReadonlyMap<string, VcdVariable>): void {
  let dumping = false;
  for (let token = tokens.take(); token !== undefined; token = tokens.take()) {
    const rest = token.slice(1);
    if (token.startsWith('#')) {
      require(/^(0|[1-9][0-9]*)$/.test(rest) && !dumping, `a time, found ${token}`);
      require(Number(rest) > (file.times.at(-1) ?? -1), `a later time, found ${token}`);
      file.times.push(Number(rest));
    } else if (token === '$dumpvars') {
      require(!dumping && file.dumped.length === 0, '$dumpvars once');
      dumping = true;
    } else if (token === '$end') {
      require(dumping, 'a keyword before $end');
      dumping = false;
      require(new Set(file.dumped).size === byCode.size && file.dumped.length === byCode.size, 'every variable once in $dumpvars');
    } else if (/^[01xXzZ]/.test(token)) {
      record(rest, token[0], (variable) => variable.width === 1 && variable.type !== 'real');
    } else if (/^[bB][01xXzZ]+$/.test(token)) {
      record(tokens.need('a code'), rest, (variable) => variable.type !== 'real' && rest.length <= variable.width);
    } else if (/^[rR]/.test(token)) {
      record(tokens.need('a code'), realOf(rest), (variable) => variable.type === 'real', rest);
    } else {
      throw new Error(`expected a value change, found ${token}`);
    }
  }
  require(!dumping, '$end of $dumpvars');

  function record(code: string, value: string | number, fits: (variable: VcdVariable) => boolean, text = String(value)): void {
    const variable = byCode.get(code);
    const time = file.times.at(-1);
    if (variable === undefined || time === undefined || !fits(variable)) throw new Error(`no such change: ${text} of ${code} at ${time}`);
    if (dumping) file.dumped.push(code);
    const changes = file.changes.get(code) ?? [];
    changes.push({ time, value: typeof value === 'number' ? value : extend(value, variable.width), text });
    file.changes.set(code, changes);
  }
}

/** Left extension: x and z go on, 0 and 1 are preceded by 0. */
function extend(digits: string, width: number): string {
  const value = digits.toLowerCase();
  return value.padStart(width, value.startsWith('x') || value.startsWith('z') ? value[0] : '0');
}

/** As C's strtod reads. */
function realOf(text: string): number {
  const special = /^([+-]?)(nan|inf)$/i.exec(text);
  if (special !== null) return special[2].toLowerCase() === 'nan' ? NaN : special[1] === '-' ? -Infinity : Infinity;
  require(/^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/.test(text), `a real number, found ${text}`);
  return Number(text);
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_$]*$/.test(name);
}

function require(condition: boolean, expected: string): asserts condition {
  if (!condition) throw new Error(`expected ${expected}`);
}
