import { bareLayer } from "./topology.js";
/** A network whose layers are those of its topology. */
export function network(description) {
    return { ...description, layers: (inputSize) => description.topology(inputSize).layers.map(bareLayer) };
}
//# sourceMappingURL=network.js.map