/** The stages of an element from top to bottom, lanes side by side, with the first wrong register marked in its place. */
import type { ElementShape } from '../golden/check/element-shape.ts';
import type { Outcome } from '../golden/check/outcome.ts';
import { type Markup } from './markup.ts';
/** The diagram. Without registers, only the outputs are known. */
export declare function elementDiagram(shape: ElementShape, outcome: Outcome): Markup;
