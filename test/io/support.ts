/** Helpers of the io tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { InputError } from '../../src/bits/check.ts';
import type { OutputFile } from '../../src/io/atomic-file.ts';

/** An output that collects what is written. */
export function memoryOutput(subject = 'memory'): OutputFile & { bytes(): Uint8Array } {
  const parts: Uint8Array[] = [];
  return {
    subject,
    write: (bytes) => void parts.push(bytes.slice()),
    commit: () => undefined,
    abort: () => undefined,
    bytes: () => new Uint8Array(Buffer.concat(parts)),
  };
}

/** A folder for a test file's files, removed at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mlsim-io-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The result of a call, or 'refused' when it threw an InputError with a one-line message; any other exception passes. */
export function refusedOr<T>(call: () => T): T | 'refused' {
  try {
    return call();
  } catch (error) {
    if (error instanceof InputError && !error.message.includes('\n')) return 'refused';
    throw error;
  }
}
