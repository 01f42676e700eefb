import type { PlacedLayer } from '../width/layer-widths.ts';
import type { Subject, WidthFlags } from './width-options.ts';
/** What is asked, as layers. */
export interface WidthSubject {
    readonly title: string;
    readonly layers: readonly PlacedLayer[];
    /** Whether the weight gradient is left out, since nobody said how large the output plane is. */
    readonly planeUnknown: boolean;
}
/** @throws InputError for a name that is none, and for sizes that don't fit together */
export declare function widthSubject(subject: Exclude<Subject, 'weights' | 'data'>, name: string | undefined, flags: WidthFlags): Promise<WidthSubject>;
