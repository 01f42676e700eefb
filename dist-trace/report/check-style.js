/** The look of a report page: light and dark, on a telephone and on paper. */
export const CHECK_STYLE = `
:root { color-scheme: light dark; --page: #fafaf8; --card: #ffffff; --text: #1d2126; --soft: #5c6670; --line: #d7dbdf; --idle: #eceff1;
  --good: #1a7f4b; --good-soft: #e0f2e7; --bad: #b3261e; --bad-soft: #fbe4e2; --warn: #8a5a00; --warn-soft: #fbeed2; }
@media (prefers-color-scheme: dark) {
  :root { --page: #14171a; --card: #1d2125; --text: #e6e8ea; --soft: #9aa4ad; --line: #383f46; --idle: #2a3036;
    --good: #5fcf93; --good-soft: #163626; --bad: #ff8a80; --bad-soft: #47201d; --warn: #f0b95a; --warn-soft: #40300f; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.35rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 1.8rem 0 .6rem; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
.verdict { display: inline-block; padding: .15rem .7rem; border-radius: .4rem; font-weight: 600; }
.verdict.good { background: var(--good-soft); color: var(--good); }
.verdict.bad { background: var(--bad-soft); color: var(--bad); }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr)); gap: .5rem; margin: 1rem 0 0; }
.counts div { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .45rem .7rem; }
.counts dt { color: var(--soft); font-size: .85rem; }
.counts dd { margin: 0; font-size: 1.15rem; font-variant-numeric: tabular-nums; }
.counts .bad dd { color: var(--bad); font-weight: 600; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .3rem 1.1rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 500; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tr.named td { border-bottom: 0; padding-bottom: 0; }
.spread th, .spread td { white-space: nowrap; overflow-wrap: normal; }
code, .code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .7rem .9rem; margin: .7rem 0; break-inside: avoid; }
.card h3 { margin: 0 0 .3rem; font-size: .98rem; }
.card p { color: var(--soft); font-size: .9rem; }
.card td:not(:last-child) { width: 1%; white-space: nowrap; }
.expected { color: var(--good); }
.found { color: var(--bad); }
.soft { color: var(--soft); }
.notes li { margin: .2rem 0; }
dl.source { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; font-size: .9rem; }
dl.source dt { color: var(--soft); }
dl.source dd { margin: 0; overflow-wrap: anywhere; }
svg { display: block; width: 100%; max-width: 40rem; height: auto; margin: 0 auto; }
svg text { fill: var(--text); font: 11px system-ui, sans-serif; }
svg text.code { font: 11px ui-monospace, monospace; }
svg text.soft { fill: var(--soft); }
svg text.bad { fill: var(--bad); font-weight: 600; }
svg text.warn { fill: var(--warn); }
svg text.good { fill: var(--good); }
svg .wire { stroke: var(--line); stroke-width: 1.2; fill: none; }
svg .box { fill: var(--idle); stroke: var(--line); }
svg .box.fine { fill: var(--good-soft); stroke: var(--good); }
svg .box.bad { fill: var(--bad-soft); stroke: var(--bad); stroke-width: 2; }
svg .box.warn { fill: var(--warn-soft); stroke: var(--warn); }
svg .call { fill: var(--card); stroke: var(--bad); }
@media print {
  :root { --page: #fff; --card: #fff; }
  body { font-size: 11px; }
  main { max-width: none; padding: 0; }
  .verdict, svg * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .scroll { overflow: visible; }
  h2, h3 { break-after: avoid; }
  svg { max-width: 22rem; }
  .counts { grid-template-columns: repeat(6, 1fr); }
}
`;
//# sourceMappingURL=check-style.js.map