import { slice } from "./word.js";
export class FieldView {
    word = 0n;
    #fields;
    constructor(fields) {
        this.#fields = new Map(fields.map((field) => [field.name, field]));
    }
    /** One lane of a field, as unsigned bits; 0 of a field or a lane that is not there. */
    get(name, lane = 0) {
        const field = this.#fields.get(name);
        return field === undefined || lane >= field.lanes ? 0n : slice(this.word, field.lsb + lane * field.width, field.width);
    }
    field(name) {
        return this.#fields.get(name);
    }
}
//# sourceMappingURL=field-view.js.map