import type { Outcome } from '../golden/check/outcome.ts';
import type { Manifest } from '../golden/manifest.ts';
import { type Markup } from './markup.ts';
/** The unit with the values of the first failure; without one, with the widths of its ports. */
export declare function unitDiagram({ unit, files }: Manifest, { failures, matches }: Outcome): Markup;
