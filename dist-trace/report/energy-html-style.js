/** The look of the energy page, beside that of all report pages. */
import { CHECK_STYLE } from "./check-style.js";
import { DARK, LIGHT, paletteCss } from "./energy-palette.js";
export const ENERGY_STYLE = `${CHECK_STYLE}
${paletteCss(LIGHT)}
@media screen and (prefers-color-scheme: dark) {
${paletteCss(DARK)}
}
main { max-width: 64rem; }
h1 { font-size: 1.6rem; margin-bottom: .2rem; }
h3 { font-size: .98rem; margin: 1.2rem 0 .3rem; }
.answer { font-size: 1.15rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .7rem; margin: 1rem 0; }
.tile { background: var(--card); border: 1px solid var(--line); border-left: .4rem solid var(--good); border-radius: .4rem; padding: .6rem .9rem; break-inside: avoid; }
.tile.loses { border-left-color: var(--bad); }
.tile.equals { border-left-color: var(--soft); }
.tile .ratio { font-size: 2.2rem; line-height: 1.15; font-weight: 650; font-variant-numeric: tabular-nums; }
.tile p { margin: .2rem 0; }
.tile .verdict { font-size: .85rem; background: var(--good-soft); color: var(--good); }
.tile.loses .verdict { background: var(--bad-soft); color: var(--bad); }
.tile.equals .verdict { background: var(--idle); color: var(--text); }
.notes { padding-left: 0; list-style: none; }
.notes li { margin: .45rem 0; padding-left: .7rem; border-left: .25rem solid var(--line); overflow-wrap: anywhere; }
.notes li.loss { border-left-color: var(--bad); }
.notes b { font-weight: 600; }
figure { margin: 1rem 0; background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .7rem .8rem; break-inside: avoid; }
figcaption { margin-bottom: .5rem; }
figcaption b { font-weight: 600; }
svg { max-width: none; }
svg text.value { font-weight: 600; }
svg text.small { font-size: 9.5px; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .base { stroke: var(--soft); stroke-width: 1; }
svg g.column:hover rect { opacity: .75; }
svg .reach { fill: transparent; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .3rem 0 .6rem; padding: 0; list-style: none; font-size: .85rem; }
.legend .swatch { display: inline-block; min-width: 1.3rem; margin-right: .35rem; padding: 0 .2rem; border-radius: .15rem; text-align: center; font-size: .75rem; line-height: 1.25rem; }
.scroll { position: relative; }
.scroll + .scroll { margin-top: 1rem; }
th, td { padding-right: .9rem; vertical-align: baseline; }
thead th { vertical-align: bottom; }
tbody th { color: var(--text); font-weight: 400; }
td.number, th.number { padding-right: 0; padding-left: .8rem; }
thead th.number { white-space: normal; }
.number + td:not(.number), .number + th:not(.number) { padding-left: 1.4rem; }
th.code { min-width: 10.5rem; }
td.words { white-space: nowrap; }
td.sentence { min-width: 14rem; }
tfoot td, tfoot th { font-weight: 600; color: var(--text); }
td.loses { color: var(--bad); font-weight: 600; }
caption { text-align: left; color: var(--soft); padding-bottom: .3rem; }
/* The folded part is no child of its switch: on paper it is there in every browser. */
figure .scroll > p { margin: .3rem 0 0; font-size: .85rem; }
details.fold { margin: .25rem 0 .1rem; }
details.fold summary { cursor: pointer; font-weight: 600; padding: .25rem 0; }
details.fold:not([open]) + .folded { display: none; }
.folded { margin: 0 0 1rem; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem ui-monospace, monospace; }
:focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }
@media screen { .scroll svg { min-width: 40rem; } .scroll svg.wide { min-width: 88rem; } }
@media (min-width: 50rem) { tbody th.words { white-space: nowrap; } }
@media (max-width: 30rem) { main { padding: .7rem; } figure { padding: .5rem; } dl.source { grid-template-columns: 1fr; } dl.source dd { margin-bottom: .4rem; } }
@page { margin: 12mm; }
@media print {
  :root { font-size: 11px; color-scheme: light; --page: #fff; --card: #fff; --text: #000; --soft: #444; --line: #bbb; --idle: #eee;
    --good: #1a7f4b; --good-soft: #e0f2e7; --bad: #b3261e; --bad-soft: #fbe4e2; --warn: #8a5a00; --warn-soft: #fbeed2; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details.fold:not([open]) + .folded { display: block; }
  details.fold summary { list-style: none; }
  table { font-size: 8px; line-height: 1.25; }
  td, th { padding-top: 1px; padding-bottom: 1px; }
  td.number, th.number { padding-left: 4px; }
  td.words { white-space: normal; }
  th.code { min-width: 3.5rem; }
  tfoot { display: table-row-group; }
  .foldable, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .tiles { grid-template-columns: repeat(3, 1fr); }
  .tile .ratio { font-size: 1.6rem; }
}
`;
//# sourceMappingURL=energy-html-style.js.map