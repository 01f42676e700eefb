import type { Outcome } from '../golden/check/outcome.ts';
import type { Manifest } from '../golden/manifest.ts';
import { type CheckedSet } from './check-words.ts';
/** The whole page. @throws InputError for an element without its parameters */
export declare function checkHtml(set: CheckedSet, manifest: Manifest, outcome: Outcome): string;
