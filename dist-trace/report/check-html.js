/** What a check found out, as one page that needs nothing else. */
import { elementShape } from "../golden/check/element-shape.js";
import { ELEMENT_UNIT } from "../golden/check/vector-set.js";
import { classTable, failureCard, registerCard, spreadTable } from "./check-html-parts.js";
import { elementDiagram } from "./check-element-diagram.js";
import { markup, NOTHING } from "./markup.js";
import { page } from "./page.js";
import { CHECK_STYLE } from "./check-style.js";
import { unitDiagram } from "./check-unit-diagram.js";
import { grouped, verdictPhrase } from "./check-words.js";
/** The whole page. @throws InputError for an element without its parameters */
export function checkHtml(set, manifest, outcome) {
    const title = `${set.unit}: ${verdictPhrase(outcome)}`;
    return page(title, CHECK_STYLE, markup `<header>
<h1>${title}</h1>
<p><span class="verdict ${outcome.matches ? 'good' : 'bad'}">${outcome.matches ? 'matches' : 'does not match'}</span></p>
${countTiles(outcome.counts)}
</header>
${notes(outcome.hints)}
${diagram(manifest, outcome)}
${failures(outcome)}
${outcome.classes.length === 0 ? NOTHING : markup `<section><h2>By class</h2>${classTable(outcome)}</section>`}
${provenance(set)}`);
}
function countTiles(counts) {
    const tiles = [
        ['compared', counts.total, false],
        ['matched', counts.matched, false],
        ['mismatched', counts.mismatched, true],
        ['unknown', counts.unknown, true],
        ['missing', counts.missing, true],
        ['left over', counts.leftOver, true],
    ];
    if (counts.nansAccepted > 0)
        tiles.push(['of them any NaN', counts.nansAccepted, false]);
    return markup `<dl class="counts">${tiles.map(([name, count, isBad]) => markup `<div class="${isBad && count > 0 ? 'bad' : ''}"><dt>${name}</dt><dd>${grouped(count)}</dd></div>`)}</dl>`;
}
function notes(hints) {
    return hints.length === 0 ? NOTHING : markup `<section><h2>Notes</h2><ul class="notes">${hints.map((hint) => markup `<li>${hint}</li>`)}</ul></section>`;
}
function diagram(manifest, outcome) {
    const picture = manifest.unit === ELEMENT_UNIT ? elementDiagram(elementShape(manifest.parameters), outcome) : unitDiagram(manifest, outcome);
    return markup `<section><h2>${outcome.registers === null ? 'The unit' : 'First diverging stage'}</h2>${picture}</section>`;
}
function failures(outcome) {
    const { registers, counts } = outcome;
    if (registers !== null) {
        const cards = (registers.failures.length > 0 || registers.first === null ? registers.failures : [registers.first]).map(registerCard);
        const spread = registers.spread.length === 0 ? NOTHING : markup `<section><h2>How it spreads</h2>${spreadTable(registers)}</section>`;
        return markup `${spread}${cards.length === 0 ? NOTHING : markup `<section><h2>The first wrong registers</h2>${cards}${more(registers.wrong - cards.length)}</section>`}`;
    }
    if (outcome.failures.length === 0)
        return NOTHING;
    const rest = counts.mismatched + counts.unknown + counts.missing + counts.leftOver - outcome.failures.length;
    return markup `<section><h2>The first failures</h2>${outcome.failures.map((failure) => failureCard(failure, outcome.kind))}${more(rest)}</section>`;
}
function more(rest) {
    return rest <= 0 ? NOTHING : markup `<p class="soft">and ${grouped(rest)} more (see --errors)</p>`;
}
function provenance({ unit, set, command, version, dump }) {
    const rows = [
        ['unit', unit],
        ['vector set', set],
        ['written by', `${command} (mlsim ${version})`],
        ['dump', dump],
    ];
    return markup `<footer><h2>Source</h2><dl class="source">${rows.map(([name, value]) => markup `<dt>${name}</dt><dd class="code">${value}</dd>`)}</dl></footer>`;
}
//# sourceMappingURL=check-html.js.map