/** The most memory that this process has had resident since a moment of one's choice. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const STATUS = '/proc/self/status';
/** Writing 5 sets the high-water mark back to what is resident now (Linux, proc(5)). */
const CLEAR = '/proc/self/clear_refs';
const KIB = 1024;

/** Starts now. @returns the bytes beyond those resident now; where the system has no high-water mark to set back, at most that many */
export function watchMemory(): () => number {
  if (!existsSync(CLEAR)) {
    const before = process.memoryUsage().rss;
    return () => process.resourceUsage().maxRSS * KIB - before;
  }
  writeFileSync(CLEAR, '5');
  const before = status('VmRSS');
  return () => status('VmHWM') - before;
}

function status(key: string): number {
  const found = new RegExp(`^${key}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(STATUS, 'utf8'));
  if (found === null) throw new Error(`${STATUS} has no ${key}`);
  return Number(found[1]) * KIB;
}
