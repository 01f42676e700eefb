/** Tables from files: what is valid, and what hostile ones get. */
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/bits/check.ts';
import { ARITHMETICS } from '../../src/energy/arithmetic.ts';
import { cost, type CostTable } from '../../src/energy/cost-table.ts';
import { horowitzTable, TABLES } from '../../src/energy/tables/tables.ts';
import { parseTable, tableJsonSchema } from '../../src/energy/table-schema.ts';

const VALID = {
  name: 'mine',
  title: 'My process',
  source: 'synthesis run',
  process: '28 nm, 0.8 GHz',
  arithmetics: {
    fp32: { title: 'binary32', source: 'a', costs_fJ: { mul: 900, localAcc: 200, treeAdd: 210 } },
    mls: { title: 'MLS <2,1>', source: 'b', note: 'another format', costs_fJ: { mul: 20, localAcc: 15, groupScale: 16, treeAdd: 210 } },
  },
};

/** The valid table with the value at a path replaced, as JSON text. */
function changed(path: string, value: unknown): string {
  const copy = structuredClone(VALID) as Record<string, unknown>;
  const keys = path.split('.');
  let inner = copy;
  for (const key of keys.slice(0, -1)) inner = inner[key] as Record<string, unknown>;
  const last = keys[keys.length - 1];
  if (value === undefined) Reflect.deleteProperty(inner, last);
  else inner[last] = value;
  return JSON.stringify(copy);
}
const errorOf = (json: string): string => {
  try {
    parseTable('t.json', json);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('was taken');
};

describe('a table from JSON', () => {
  it('is read as it stands', () => {
    const table = parseTable('t.json', JSON.stringify(VALID));
    expect(table).toEqual(VALID);
    expect(cost(table, 'mls', 'groupScale')).toBe(16n);
  });

  it('may leave figures out, or have none: then they are not zero', () => {
    const table = parseTable('t.json', changed('arithmetics.mls.costs_fJ', { mul: 1, localAcc: null, groupScale: 3 }));
    expect(() => cost(table, 'mls', 'localAcc')).toThrow(InputError);
    expect(() => cost(table, 'mls', 'treeAdd')).toThrow(/table mine: expected a cost in arithmetics\.mls\.costs_fJ\.treeAdd/);
    expect(() => cost(table, 'fp8', 'mul')).toThrow(/arithmetics\.fp8\.costs_fJ\.mul/);
  });

  it.each(TABLES.map((table): [string, CostTable] => [table.name, table]))('is what the built-in table %s is as JSON', (_name, table) => {
    expect(parseTable('t.json', JSON.stringify(table))).toEqual(table);
  });

  const cell = 'arithmetics.mls.costs_fJ.mul';
  it.each<[string, string, RegExp]>([
    ['negative', changed(cell, -1), /^t\.json: arithmetics\.mls\.costs_fJ\.mul: expected an integer from 1 to 1000000000000 fJ, or null, found -1$/],
    ['zero', changed(cell, 0), /arithmetics\.mls\.costs_fJ\.mul: .*found 0$/],
    ['a fraction', changed(cell, 0.124), /arithmetics\.mls\.costs_fJ\.mul: .*found 0\.124$/],
    ['NaN as text', changed(cell, 'NaN'), /arithmetics\.mls\.costs_fJ\.mul: .*found "NaN"$/],
    ['NaN', JSON.stringify(VALID).replace('"mul":20', '"mul":NaN'), /^t\.json: expected JSON, found /],
    ['infinite', JSON.stringify(VALID).replace('"mul":20', '"mul":1e999'), /arithmetics\.mls\.costs_fJ\.mul: .*found Infinity$/],
    ['huge', changed(cell, 1e13), /arithmetics\.mls\.costs_fJ\.mul: .*found 10000000000000$/],
    ['beyond 2^53', JSON.stringify(VALID).replace('"mul":20', '"mul":9007199254740993'), /arithmetics\.mls\.costs_fJ\.mul: .*found 9007199254740992$/],
    ['a text', changed(cell, '20'), /arithmetics\.mls\.costs_fJ\.mul: .*found "20"$/],
    ['a list', changed(cell, [20]), /arithmetics\.mls\.costs_fJ\.mul: .*found a list of 1$/],
    ['no costs', changed('arithmetics.mls.costs_fJ', undefined), /arithmetics\.mls\.costs_fJ: expected an object, found none$/],
    ['no source', changed('arithmetics.mls.source', undefined), /arithmetics\.mls\.source: expected one line of 1 to 300 characters, found none$/],
    ['a source of two lines', changed('arithmetics.mls.source', 'a\nb'), /arithmetics\.mls\.source: expected one line of 1 to 300 characters, found "a\\nb"$/],
    ['an escape sequence', changed('title', '\u001b[2Jx'), /^t\.json: title: expected one line/],
    ['a row of null', changed('arithmetics.mls', null), /arithmetics\.mls: expected an object, found null$/],
    ['an unknown arithmetic', changed('arithmetics.fp9', VALID.arithmetics.fp32), /^t\.json: arithmetics\.fp9: expected no such key \(only fp32, fp8, int8, mls\), found it$/],
    ['an unknown unit', changed('arithmetics.mls.costs_fJ.div', 5), /arithmetics\.mls\.costs_fJ\.div: expected no such key \(only mul, localAcc, groupScale, treeAdd\), found it$/],
    ['a unit that the arithmetic has not', changed('arithmetics.fp32.costs_fJ.groupScale', 5), /arithmetics\.fp32\.costs_fJ\.groupScale: expected no such key \(only mul, localAcc, treeAdd\), found it$/],
    ['an unknown key', changed('extra', 1), /^t\.json: extra: expected no such key, found it$/],
    ['no arithmetics', changed('arithmetics', undefined), /^t\.json: arithmetics: expected an object, found none$/],
    ['no name', changed('name', undefined), /^t\.json: name: expected a name of 1 to 40 letters, .*found none$/],
    ['a name for a terminal', changed('name', '\u001b[31m'), /^t\.json: name: expected a name/],
    ['HTML as a name', changed('name', '<script>'), /^t\.json: name: expected a name .*found "<script>"$/],
    ['memory without words', changed('memory', { source: 's', sram: [], dram: { accessBits: 64, low_fJ: 1, high_fJ: 2 } }), /memory\.sram: expected a list of some entries, found a list of 0$/],
    ['memory that is free', changed('memory', { ...horowitzTable.memory, dram: { accessBits: 64, low_fJ: 0, high_fJ: 2 } }), /memory\.dram\.low_fJ: expected an integer from 1 to 1000000000000 fJ, found 0$/],
    ['nothing', '', /^t\.json: expected JSON, found /],
    ['half a table', JSON.stringify(VALID).slice(0, 100), /^t\.json: expected JSON, found /],
    ['a number', '5', /^t\.json: the table: expected an object, found 5$/],
    ['a list of tables', '[]', /^t\.json: the table: expected an object, found a list of 0$/],
    ['deep nesting', '['.repeat(100_000), /^t\.json: expected JSON, found /],
    ['deep nesting that is closed', `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, /^t\.json: /],
    ['__proto__', '{"__proto__": {"mul": 1}}', /^t\.json: __proto__: expected no such key, found one$/],
    ['__proto__ in a row', JSON.stringify(VALID).replace('"mul":20', '"__proto__":{"mul":20}'), /^t\.json: __proto__: expected no such key, found one$/],
    ['constructor', changed('constructor', { prototype: { mul: 1 } }), /^t\.json: constructor: expected no such key, found it$/],
    ['a long key', changed('k'.repeat(1000), 1), /^t\.json: "k{50,}\.\.\.: expected no such key, found it$/],
  ])('%s: one line that names the place', (_what, json, message) => {
    const found = errorOf(json);
    expect(found).toMatch(message);
    expect(found).not.toMatch(/[\n\r\u001b]/);
    expect(found.length).toBeLessThan(300);
    expect(Object.prototype).not.toHaveProperty('mul');
  });

  it('has a JSON schema', () => {
    const schema = tableJsonSchema() as { $schema: string; required: string[]; properties: { arithmetics: { properties: Record<string, unknown> } } };
    expect(schema.$schema).toContain('2020-12');
    expect(schema.required).toEqual(['name', 'title', 'source', 'process', 'arithmetics']);
    expect(Object.keys(schema.properties.arithmetics.properties)).toEqual([...ARITHMETICS]);
  });
});
