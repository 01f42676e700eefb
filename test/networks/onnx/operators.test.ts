import { describe, expect, it } from 'vitest';
import { CASES } from './operator-cases.ts';
import { caseModel, shapesOf } from './support.ts';

describe('shapes of operators', () => {
  it.each(CASES.map((one, i) => [`${i}: ${one.op} at opset ${one.opset ?? 13}`, one] as const))('%s', async (_, one) => {
    const shapes = await shapesOf(caseModel(one), { batch: 2 });
    expect(one.gives.map((__, i) => shapes.get(`out${i}`))).toEqual(one.gives);
  });
});
