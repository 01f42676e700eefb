/** The networks that are built in. */
import { InputError, show } from "../bits/check.js";
import { alexnet } from "./alexnet.js";
import { googlenet } from "./googlenet.js";
import { mobilenetV2 } from "./mobilenet-v2.js";
import { paperResnet18, paperResnet34 } from "./paper-resnet.js";
import { resnet18, resnet20, resnet34, resnet50 } from "./resnet.js";
import { vgg16, vgg16Bn } from "./vgg16.js";
export const NETWORKS = [
    resnet18,
    resnet34,
    resnet50,
    resnet20,
    vgg16,
    vgg16Bn,
    googlenet,
    mobilenetV2,
    alexnet,
    paperResnet18,
    paperResnet34,
];
/** @throws InputError that lists the names */
export function networkNamed(name) {
    const found = NETWORKS.find((network) => network.name === name);
    if (found === undefined)
        throw new InputError(`network: expected one of ${NETWORKS.map((network) => network.name).join(', ')}, found ${show(name)}`);
    return found;
}
//# sourceMappingURL=networks.js.map