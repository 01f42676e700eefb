/** Markup for a report page: whatever comes from a file becomes text, never markup. */
/** A piece of markup that is safe to put into a page. */
export declare class Markup {
    readonly text: string;
    constructor(text: string);
}
type Part = Markup | readonly Markup[] | string | number;
/** Text that stands for itself. Control and invisible characters, which could reorder what is read, become `?`. */
export declare function escaped(text: string): string;
/** A template of markup: strings and numbers put into it are escaped. */
export declare function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup;
/** Nothing. */
export declare const NOTHING: Markup;
export {};
