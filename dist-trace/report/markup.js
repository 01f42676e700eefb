/** Markup for a report page: whatever comes from a file becomes text, never markup. */
/** A piece of markup that is safe to put into a page. */
export class Markup {
    text;
    constructor(text) {
        this.text = text;
    }
}
/** Text that stands for itself. Control and invisible characters, which could reorder what is read, become `?`. */
export function escaped(text) {
    return text
        .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '?')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
/** A template of markup: strings and numbers put into it are escaped. */
export function markup(strings, ...parts) {
    const text = (part) => {
        if (part instanceof Markup)
            return part.text;
        return typeof part === 'object' ? part.map((piece) => piece.text).join('') : escaped(String(part));
    };
    return new Markup(strings.reduce((all, string, index) => all + text(parts[index - 1]) + string));
}
/** Nothing. */
export const NOTHING = new Markup('');
//# sourceMappingURL=markup.js.map