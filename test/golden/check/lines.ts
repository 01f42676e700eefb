/** Lines in memory as a source. */
import type { LineSource } from '../../../src/golden/check/found-source.ts';

export function linesOf(text: string): LineSource {
  const lines = text.split('\n');
  const terminated = lines.at(-1) === '';
  if (terminated) lines.pop();
  let next = 0;
  return {
    next: () => lines[next++],
    get lineNumber() {
      return Math.min(next, lines.length);
    },
    get terminated() {
      return terminated || next < lines.length;
    },
    size: text.length,
  };
}
