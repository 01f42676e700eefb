import { describe, expect, it } from 'vitest';
import { committed, compile, MODULES } from '../../../scripts/wasm.ts';

describe('a committed WebAssembly module', () => {
  it.each(MODULES)('is what its source gives: %s', async (name) => {
    expect(Buffer.compare(await compile(name), committed(name))).toBe(0);
  });
});
