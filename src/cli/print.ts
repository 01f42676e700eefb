/** What commands write to standard output. */

/** JSON text on one line's worth of keys a level; integers above 2^53 become strings, which no reader rounds. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === 'bigint') return item <= BigInt(Number.MAX_SAFE_INTEGER) && item >= -BigInt(Number.MAX_SAFE_INTEGER) ? Number(item) : String(item);
    if (typeof item === 'number' && Number.isInteger(item) && !Number.isSafeInteger(item) && Math.abs(item) < 1e21) return String(item);
    return item;
  }, 2);
}

/** Writes a text and a line end. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** An integer with thin groups of three digits: 1 234 567. */
export function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}

/** A duration as people read it. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
