/** A number as it is written: `units` divided by ten to the power of `scale`. Liquid calculates with such, so 0.1 + 0.2 is 0.3. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

type Operation = (a: number, b: number) => number;

/** Sum, difference and product of two finite numbers, exact before they become a float again. */
export const plus: Operation = exactly((a, b) => a + b);
export const minus: Operation = exactly((a, b) => a - b);

export const times: Operation = (a, b) => {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a * b;
  const [one, other] = [decimalOf(a), decimalOf(b)];
  return toNumber({ units: one.units * other.units, scale: one.scale + other.scale });
};

/** Quotient to more digits than a float has. */
export const dividedBy: Operation = (a, b) => {
  if (!Number.isFinite(a) || !Number.isFinite(b) || b === 0) return a / b;
  const [one, other] = aligned(a, b);
  const digits = 40;
  return toNumber({ units: (one.units * 10n ** BigInt(digits)) / other.units, scale: digits });
};

/** No float has so many digits before its point. */
const LEAST_PLACES = -400;

/** Rounds half away from zero to so many places, which may be negative. */
export function rounded(value: number, places: number): number {
  if (!Number.isFinite(value)) return value;
  if (places < LEAST_PLACES) return 0;
  const { units, scale } = decimalOf(value);
  if (scale <= places) return value;
  const step = 10n ** BigInt(scale - places);
  const half = units < 0n ? -step / 2n : step / 2n;
  return toNumber({ units: (units + half) / step, scale: places });
}

function exactly(calculate: (a: bigint, b: bigint) => bigint): Operation {
  return (a, b) => {
    if (!Number.isFinite(a) || !Number.isFinite(b)) return Number.NaN;
    const [one, other] = aligned(a, b);
    return toNumber({ units: calculate(one.units, other.units), scale: one.scale });
  };
}

function aligned(a: number, b: number): readonly [Decimal, Decimal] {
  const [one, other] = [decimalOf(a), decimalOf(b)];
  const scale = Math.max(one.scale, other.scale);
  const widened = (decimal: Decimal): Decimal => ({
    units: decimal.units * 10n ** BigInt(scale - decimal.scale),
    scale,
  });
  return [widened(one), widened(other)];
}

function decimalOf(value: number): Decimal {
  const [mantissa, exponent = "0"] = String(value).split("e");
  const [whole, fraction = ""] = mantissa!.split(".");
  const units = BigInt(whole! + fraction);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

const toNumber = ({ units, scale }: Decimal): number => Number(`${units}e${-scale}`);
