/** The fields of a packed word by name. */
import type { Field } from '../fields.ts';
import { slice } from './word.ts';

export class FieldView {
  word = 0n;
  readonly #fields: ReadonlyMap<string, Field>;

  constructor(fields: readonly Field[]) {
    this.#fields = new Map(fields.map((field) => [field.name, field]));
  }

  /** One lane of a field, as unsigned bits; 0 of a field or a lane that is not there. */
  get(name: string, lane = 0): bigint {
    const field = this.#fields.get(name);
    return field === undefined || lane >= field.lanes ? 0n : slice(this.word, field.lsb + lane * field.width, field.width);
  }

  field(name: string): Field | undefined {
    return this.#fields.get(name);
  }
}
