/** An integer in groups of three digits: 1 234 567. */
export function grouped(value) {
    return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}
const NOUNS = { results: 'cases', outputs: 'outputs', registers: 'cycles of registers' };
/** How much was compared, and how much of it does not match. */
export function verdictPhrase({ matches, kind, counts: { total, mismatched, unknown, missing, leftOver } }) {
    const wrong = mismatched + unknown + missing;
    if (matches)
        return `${grouped(total)} ${NOUNS[kind]}, all match`;
    const tooMany = leftOver === 0 ? '' : `${wrong === 0 ? '' : ', and'} ${grouped(leftOver)} left over`;
    return wrong === 0 ? `${grouped(total)} ${NOUNS[kind]} match,${tooMany}` : `${grouped(wrong)} of ${grouped(total)} ${NOUNS[kind]} do not match${tooMany}`;
}
//# sourceMappingURL=check-words.js.map