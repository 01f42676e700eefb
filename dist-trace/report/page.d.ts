/** The frame of a report page: one file without scripts, that asks no network for anything. */
import { Markup } from './markup.ts';
/** A whole page. @param style CSS of ours @param body what stands in it, from the headline on */
export declare function page(title: string, style: string, body: Markup): string;
