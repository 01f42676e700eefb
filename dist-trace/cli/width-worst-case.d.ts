import { type LayerPass, type WidthFormats } from '../width/layer-widths.ts';
import { type WidthSubject } from './width-layers.ts';
import type { Subject, WidthFlags } from './width-options.ts';
/** The formats that the options give. */
export declare function widthFormats({ element, elementY, scale, scaleY }: WidthFlags): WidthFormats;
/** The passes that are asked for, of a subject that may not know its output plane. */
export declare function subjectPasses({ layers, planeUnknown }: WidthSubject, { pass }: WidthFlags): readonly LayerPass[];
export declare function runWorstCase(kind: Exclude<Subject, 'weights' | 'data'>, name: string | undefined, flags: WidthFlags): Promise<void>;
