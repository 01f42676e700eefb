/** Random access to a file's bytes, wherever they are. */

import { InputError } from '../bits/check.ts';

/** Something of a known size whose bytes can be read at any position. */
export interface ByteSource {
  /** Its name in error messages. */
  readonly subject: string;
  /** In bytes. */
  readonly size: number;
  /** Fills `target` with the bytes from `position`. Requires position + target.length <= size. */
  read(position: number, target: Uint8Array): void;
}

/** `length` bytes of a source in an array of their own. Requires position + length <= size. */
export function readBytes(source: ByteSource, position: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = allocate(source.subject, () => new Uint8Array(length));
  source.read(position, bytes);
  return bytes;
}

/** Bytes in memory as a source. */
export function memorySource(subject: string, bytes: Uint8Array): ByteSource {
  return {
    subject,
    size: bytes.length,
    read: (position, target) => {
      target.set(bytes.subarray(position, position + target.length));
    },
  };
}

/** Makes an array whose size a file decides: a file that is really that large can still be too large for memory. @throws InputError */
export function allocate<T>(subject: string, create: () => T): T {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(`${subject}: expected data that fits in memory, found more`, { cause: error });
  }
}
