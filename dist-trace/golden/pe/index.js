export { peSource } from "./source.js";
//# sourceMappingURL=index.js.map