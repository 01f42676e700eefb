/** Processor time that a hypervisor gave to others: on an idle machine there is none. */
import { readFileSync } from 'node:fs';

/** The column of /proc/stat (proc_stat(5)): time that another guest had while this one had work. */
const STEAL = 8;

/** Ticks of all processors since the system started, a hundred a second; 0 where the system doesn't say. */
export function stolenTicks(): number {
  try {
    return Number(readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/)[STEAL]) || 0;
  } catch {
    return 0;
  }
}
