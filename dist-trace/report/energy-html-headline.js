import { ratioText, shareText, unitFor } from "./energy-amounts.js";
import { energyText, prose } from "./energy-words.js";
import { markup, NOTHING } from "./markup.js";
/** How MLS does against the numerator's arithmetic. */
export function verdictOf({ numerator, denominator }) {
    if (numerator === denominator)
        return 'equals';
    return numerator > denominator ? 'wins' : 'loses';
}
/** One sentence: what MLS takes less energy than, and what it takes more than. */
export function answer({ arithmetics, ratios }) {
    const against = (verdict) => ratios.filter((ratio) => verdictOf(ratio) === verdict).map(({ arithmetic }) => prose(arithmetic));
    const parts = [
        ['less energy than', against('wins')],
        ['more than', against('loses')],
        ['the same as', against('equals')],
    ].filter(([, names]) => names.length > 0);
    const unit = unitFor(arithmetics.map(({ total }) => total));
    if (parts.length === 0)
        return `${arithmetics.map(({ arithmetic, total }) => `${prose(arithmetic)} takes ${energyText(total, unit)}`).join(', ')}.`;
    const [first, ...others] = parts.map(([how, names], i) => `${i === 0 ? how.replace(/^more than/, 'more energy than').replace(/^the same as/, 'the same energy as') : how} ${listed(names)}`);
    const mls = arithmetics.find(({ arithmetic }) => arithmetic === 'mls');
    const tree = mls === undefined ? '' : ` ${shareText(mls.rows.convTreeAdd, mls.total)} of its energy is the adder tree.`;
    return `MLS takes ${[first, ...others].join(', and ')}.${tree}`;
}
/** A tile for each ratio. */
export function tiles({ arithmetics, ratios }) {
    if (ratios.length === 0)
        return NOTHING;
    const unit = unitFor(arithmetics.map(({ total }) => total));
    const tile = (ratio) => {
        const { name, arithmetic, numerator, denominator } = ratio;
        const verdict = verdictOf(ratio);
        const caveat = verdict === 'loses' && arithmetic === 'int8' ? markup `<p class="soft">Its cost is accuracy, which this model does not see.</p>` : NOTHING;
        return markup `<div class="tile ${verdict}"><div>${name}</div><div class="ratio">${ratioText(numerator, denominator)}</div><p><span class="verdict">${VERDICTS[verdict]}</span></p>
<p>${comparison(ratio)}: ${energyText(numerator, unit)} against ${energyText(denominator, unit)}.</p>${caveat}</div>
`;
    };
    return markup `<div class="tiles">${ratios.map(tile)}</div>`;
}
const VERDICTS = { wins: 'MLS takes less', loses: 'MLS takes more', equals: 'both take the same' };
function comparison(ratio) {
    const { numerator, denominator } = ratio;
    const other = prose(ratio.arithmetic);
    if (verdictOf(ratio) === 'equals')
        return `${other} and MLS take the same energy`;
    return verdictOf(ratio) === 'wins'
        ? `${other} takes ${ratioText(numerator, denominator)} times the energy of MLS`
        : `MLS takes ${ratioText(denominator, numerator)} times the energy of ${other}`;
}
const KINDS = { loss: 'MLS loses', assumption: 'Assumed', 'left-out': 'Left out' };
export function findingsList({ findings }) {
    const items = findings.map(({ kind, text }) => markup `<li class="${kind}"><b>${KINDS[kind]}:</b> ${text}</li>
`);
    return markup `<section><h2>What to know with these figures</h2><ul class="notes">${items}</ul></section>`;
}
function listed(names) {
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
//# sourceMappingURL=energy-html-headline.js.map