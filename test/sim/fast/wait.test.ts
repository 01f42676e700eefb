import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { announceRun, awaitRun, becomeFree, handoverWords } from '../../../src/sim/fast/handover.ts';
import { awaitWord, wordReached } from '../../../src/sim/fast/wait.ts';

function sharedWords(...values: readonly number[]): Int32Array {
  const words = new Int32Array(new SharedArrayBuffer(4 * values.length));
  words.set(values);
  return words;
}

describe('a word of shared memory', () => {
  it('is waited for until it is large enough, and not longer', async () => {
    const words = sharedWords(0, 0);
    let reached = false;
    const waiting = wordReached(words, 1, 3, () => undefined).then(() => { reached = true; });
    for (const value of [1, 2]) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      Atomics.store(words, 1, value);
      Atomics.notify(words, 1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(reached).toBe(false);
    }
    // More than what is waited for, and no other word.
    Atomics.store(words, 0, 9);
    Atomics.notify(words, 0);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(reached).toBe(false);
    Atomics.store(words, 1, 7);
    Atomics.notify(words, 1);
    await waiting;
    expect(reached).toBe(true);
  });

  it('is waited for without the event loop at first, and then with it', async () => {
    const words = sharedWords(0);
    let loops = 0;
    const timer = setInterval(() => { loops++; }, 0);
    const start = performance.now();
    const waiting = wordReached(words, 0, 1, () => undefined);
    const blocked = performance.now() - start;
    expect(loops).toBe(0);
    expect(blocked).toBeGreaterThan(2);
    // Only the loop can end this.
    setTimeout(() => {
      Atomics.store(words, 0, 1);
      Atomics.notify(words, 0);
    }, 10);
    await waiting;
    clearInterval(timer);
    expect(loops).toBeGreaterThan(0);
  });

  it('is found where nobody has told of it', async () => {
    const words = sharedWords(0);
    setTimeout(() => { Atomics.store(words, 0, 1); }, 20);
    await wordReached(words, 0, 1, () => undefined);
    expect(words[0]).toBe(1);
  });

  it('is not waited for any longer when it will never be there', async () => {
    const words = sharedWords(0);
    let looks = 0;
    const waiting = wordReached(words, 0, 1, () => {
      if (++looks === 3) throw new Error('gone');
    });
    await expect(waiting).rejects.toThrow('gone');
    expect(looks).toBe(3);
  });

  it('keeps the process from its end while it is waited for', () => {
    const { href } = new URL('../../../dist/sim/fast/wait.js', import.meta.url);
    const script = `
      const { wordReached } = await import(${JSON.stringify(href)});
      const words = new Int32Array(new SharedArrayBuffer(4));
      setTimeout(() => { Atomics.store(words, 0, 1); Atomics.notify(words, 0); }, 100).unref();
      await wordReached(words, 0, 1, () => undefined);
      console.log('reached');`;
    expect(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' })).toBe('reached\n');
  });

  it('is not waited for where it is', async () => {
    const words = sharedWords(5);
    awaitWord(words, 0, 5, 0);
    awaitWord(words, 0, 4, 1);
    await wordReached(words, 0, 5, () => undefined);
    expect(words[0]).toBe(5);
  });
});

describe('a thread that stays between runs', () => {
  it('has a run from the start, and takes those that are announced while it waits', () => {
    const words = handoverWords();
    // While it has one, none can be announced.
    expect(announceRun(words)).toBe(false);
    expect(awaitRun(words, 0)).toBe(true);
    becomeFree(words);
    expect(announceRun(words)).toBe(true);
    expect(announceRun(words)).toBe(false);
    expect(awaitRun(words, 1)).toBe(true);
  });

  it('takes no more once it has gone', () => {
    const words = handoverWords();
    becomeFree(words);
    expect(awaitRun(words, 0)).toBe(false);
    expect(announceRun(words)).toBe(false);
    expect(awaitRun(words, 0)).toBe(false);
  });
});
