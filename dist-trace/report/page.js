/** The frame of a report page: one file without scripts, that asks no network for anything. */
import { Markup, markup } from "./markup.js";
/** A whole page. @param style CSS of ours @param body what stands in it, from the headline on */
export function page(title, style, body) {
    return markup `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
${new Markup(`<style>${style}</style>`)}
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`.text;
}
//# sourceMappingURL=page.js.map