import { mlsDescription } from "./mls-datapath.js";
export const DATAPATHS = [mlsDescription];
//# sourceMappingURL=datapaths.js.map