/** A regular file read from its beginning to its end, a part at a time. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { InputError } from '../bits/check.ts';
import { attempt, fileSubject } from './fs-error.ts';
import { fileKind } from './input-file.ts';

// Without it, opening a FIFO that nobody writes to would wait for ever. Windows has neither the flag nor the problem.
const NON_BLOCKING = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

/** An open file. Its owner closes it. */
export class StreamedFile {
  /** Its name in error messages. */
  readonly subject: string;
  /** In bytes, when it was opened. */
  readonly size: number;
  #position = 0;
  #fd: number | undefined;

  /** @throws InputError when it cannot be opened or is not a regular file */
  constructor(path: string) {
    this.subject = fileSubject(path);
    const fd = attempt(this.subject, 'cannot read', () => openSync(path, constants.O_RDONLY | NON_BLOCKING));
    this.#fd = fd;
    try {
      const stats = attempt(this.subject, 'cannot read', () => fstatSync(fd));
      if (!stats.isFile()) throw new InputError(`${this.subject}: expected a regular file, found ${fileKind(stats)}`);
      this.size = stats.size;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Bytes read so far. */
  get position(): number {
    return this.#position;
  }

  /** Fills some of `target`. @returns how many bytes; 0 at the end of the file @throws InputError */
  read(target: Uint8Array): number {
    const fd = this.#fd;
    if (fd === undefined) throw new Error(`${this.subject}: the file is closed`);
    const count = attempt(this.subject, 'cannot read', () => readSync(fd, target, 0, target.length, this.#position));
    this.#position += count;
    return count;
  }

  /** Does nothing the second time. */
  close(): void {
    if (this.#fd === undefined) return;
    closeSync(this.#fd);
    this.#fd = undefined;
  }
}
