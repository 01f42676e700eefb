import type { Steps } from '../bits/steps.ts';
/** The digest in lower-case hexadecimal digits. @throws InputError when the file cannot be read */
export declare function fileDigest(path: string): Steps<string>;
