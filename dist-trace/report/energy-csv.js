const HEAD = ['network', 'workload', 'convention', 'batch', 'table', 'arithmetic', 'place', 'pass', 'row', 'operation', 'count', 'cost', 'cost_fJ', 'energy_fJ', 'inSum'];
export function energyCsv({ request, tables }) {
    const { topology, workload, convention, batch } = request;
    const lines = tables.flatMap(({ table, arithmetics }) => arithmetics.flatMap(({ arithmetic, charges }) => charges.map(({ place, pass, row, operation, count, cell, cost_fJ, energy_fJ, inSum }) => [topology.name, workload, convention.name, batch, table.name, arithmetic, place, pass, row, operation, count, `${cell.arithmetic}.${cell.unit}`, cost_fJ, energy_fJ, inSum]
        .map((value) => field(String(value)))
        .join(','))));
    return [HEAD.join(','), ...lines].join('\n');
}
function field(text) {
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
//# sourceMappingURL=energy-csv.js.map