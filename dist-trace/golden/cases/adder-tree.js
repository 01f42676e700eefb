import { addLanes, requireTreeWidth } from "../../units/adder-tree.js";
import { field } from "../fields.js";
import { word32 } from "../pack.js";
import { treeClasses } from "./adder-tree-classes.js";
const BINARY32 = { kind: 'binary32' };
/** @param width T, a power of two in 1..1024 @throws InputError */
export function adderTreeCases(width, policy) {
    requireTreeWidth(width);
    const terms = { ...BINARY32, name: 'terms', direction: 'in', width: 32, lanes: width };
    return {
        unit: 'adder-tree',
        parameters: { TREE_WIDTH: width, FLUSH_TO_ZERO: policy.flushToZero ? 1 : 0 },
        fields: [terms, field('out', 'result', 32, BINARY32)],
        classes: (level) => treeClasses(width, level),
        word: (lanes) => {
            let word = '';
            for (let lane = width - 1; lane >= 0; lane--)
                word += word32(lanes[lane]);
            return word + word32(addLanes(lanes, policy));
        },
    };
}
//# sourceMappingURL=adder-tree.js.map