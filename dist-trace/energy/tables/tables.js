import { horowitzTable } from "./horowitz.js";
import { paperTable } from "./paper.js";
export const TABLES = [paperTable, horowitzTable];
export { horowitzTable, paperTable };
//# sourceMappingURL=tables.js.map