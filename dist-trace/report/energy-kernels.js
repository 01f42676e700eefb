import { kernelText } from "./energy-words.js";
/** In the order of their first layers. */
export function kernelEnergies({ request }, { arithmetics }) {
    const positions = new Map();
    for (const [position, layer] of request.topology.layers.entries()) {
        if (layer.kind !== 'conv')
            continue;
        const kernel = kernelText(layer);
        positions.set(kernel, [...(positions.get(kernel) ?? []), position]);
    }
    return [...positions].map(([kernel, of]) => ({
        kernel,
        layers: of.length,
        energies: arithmetics.map(({ arithmetic, places }) => ({
            arithmetic,
            total: of.reduce((sum, position) => sum + places[position].total, 0n),
            tree: of.reduce((sum, position) => sum + places[position].rows.convTreeAdd, 0n),
        })),
    }));
}
//# sourceMappingURL=energy-kernels.js.map