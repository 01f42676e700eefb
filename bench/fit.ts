/** Straight lines through measurements. */

export interface Line {
  readonly slope: number;
  readonly start: number;
}

/** The least-squares line. @param points at least two different x */
export function fitLine(points: readonly (readonly [x: number, y: number])[]): Line {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const xMean = mean(points.map(([x]) => x));
  const yMean = mean(points.map(([, y]) => y));
  const slope = mean(points.map(([x, y]) => (x - xMean) * (y - yMean))) / mean(points.map(([x]) => (x - xMean) ** 2));
  return { slope, start: yMean - slope * xMean };
}

export interface PowerLaw {
  /** n in y = c x^n. */
  readonly exponent: number;
  /** c in y = c x: the geometric mean of y / x. */
  readonly constant: number;
}

/** How y grows with x, both positive. */
export function fitPowerLaw(points: readonly (readonly [x: number, y: number])[]): PowerLaw {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const constant = Math.exp(logs.reduce((sum, [x, y]) => sum + y - x, 0) / logs.length);
  return { exponent: fitLine(logs).slope, constant };
}
