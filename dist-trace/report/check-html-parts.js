import { howTheyDiffer } from "./check-lines.js";
import { markup, NOTHING } from "./markup.js";
import { grouped } from "./check-words.js";
/** What fails by class. */
export function classTable({ classes, kind }) {
    const rows = classes.map(({ name, about, count, mismatched, unknown, missing }) => markup `<tr class="named"><td>${name}</td>${[mismatched, unknown, missing, count].map((number) => markup `<td class="number">${grouped(number)}</td>`)}</tr><tr><td class="soft" colspan="5">${about}</td></tr>`);
    const heads = ['mismatched', 'unknown', 'missing', kind === 'results' ? 'cases' : 'cycles'];
    return markup `<div class="scroll"><table><thead><tr><th>class</th>${heads.map((head) => markup `<th class="number">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
/** A result that fails. */
export function failureCard({ verdict, index, cycle, class: className, place, operands, results }, kind) {
    const where = [index === null ? '' : `${kind === 'outputs' ? 'output' : 'case'} ${index}`, cycle === null ? '' : `cycle ${cycle}`, place].filter((part) => part !== '');
    return markup `<article class="card"><h3>${where.join(', ')}: ${verdict}</h3>
${className === null ? NOTHING : markup `<p>class ${className.name}: ${className.about}</p>`}
${valueTable(operands, results)}</article>`;
}
/** A register that is wrong. */
export function registerCard({ cycle, place, verdict, difference, inputs, issueCycle, class: className }) {
    const issued = issueCycle < 0 ? '' : `issued in cycle ${issueCycle}`;
    const about = [issued, className === null ? '' : `class ${className.name}: ${className.about}`].filter((part) => part !== '').join(', ');
    return markup `<article class="card"><h3>${difference.name} in cycle ${cycle}: ${verdict}</h3><p>${[place, about].filter((part) => part !== '').join(', ')}</p>
${valueTable([], [difference])}
${inputs.length === 0 ? NOTHING : markup `<p>loaded from what the model holds in cycle ${cycle - 1}:</p>${valueTable(inputs, [])}`}</article>`;
}
/** The stages with something wrong. */
export function spreadTable({ spread, firstWrongOutput }) {
    const rows = spread.map(({ stage, firstCycle, first, wrong }) => markup `<tr><td class="code">${stage}</td><td class="number">${firstCycle}</td><td class="code">${first}</td><td class="number">${grouped(wrong)}</td></tr>`);
    const output = firstWrongOutput === null ? 'No wrong output was seen.' : `The first wrong output is ${firstWrongOutput.index}, visible in cycle ${firstWrongOutput.cycle}.`;
    return markup `<div class="scroll"><table class="spread"><thead><tr><th>stage</th><th class="number">from cycle</th><th>first register</th><th class="number">wrong registers</th></tr></thead><tbody>${rows}</tbody></table></div><p>${output}</p>`;
}
function valueTable(operands, results) {
    const rows = [
        ...operands.map(({ name, hex, text }) => row(name, '', '', { hex, text })),
        ...results.flatMap((difference) => {
            const { name, expected, found } = difference;
            if (expected !== null && expected.hex === found?.hex)
                return [row(name, 'right', '', expected)];
            const how = howTheyDiffer(difference);
            return [
                ...(expected === null ? [] : [row(name, 'expected', 'expected', expected)]),
                ...(found === null ? [] : [row(expected === null ? name : '', 'found', 'found', found)]),
                ...(how === '' ? [] : [markup `<tr><td></td><td></td><td>${how}</td></tr>`]),
            ];
        }),
    ];
    return markup `<div class="scroll"><table><tbody>${rows}</tbody></table></div>`;
}
function row(name, side, className, { hex, text }) {
    return markup `<tr><td class="code">${name}</td><td class="${className === '' ? 'soft' : className}">${side}</td><td><code class="${className}">${hex}</code> ${text}</td></tr>`;
}
//# sourceMappingURL=check-html-parts.js.map