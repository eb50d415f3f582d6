/** A float as Ruby prints it: from 1e16 on and below 0.0001 with an exponent of at least two digits. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e16)) return Number.isInteger(value) ? `${value}.0` : String(value);
  const [digits, exponent] = value.toExponential().split("e");
  const sign = exponent!.startsWith("-") ? "-" : "+";
  return `${digits!.includes(".") ? digits : `${digits}.0`}e${sign}${exponent!.slice(1).padStart(2, "0")}`;
}

/** A float with a whole value, which Ruby prints with its `.0` and JavaScript cannot tell from an integer. */
export class RubyFloat extends Number {
  override toString(): string {
    return floatText(this.valueOf());
  }

  toJSON(): unknown {
    return this.valueOf();
  }

  // LiquidJS compares with these: a float equals the integer of its value.
  equals(other: unknown): boolean {
    return isNumeric(other) && this.valueOf() === Number(other);
  }

  gt(other: unknown): boolean {
    return isNumeric(other) && this.valueOf() > Number(other);
  }

  geq(other: unknown): boolean {
    return isNumeric(other) && this.valueOf() >= Number(other);
  }

  lt(other: unknown): boolean {
    return isNumeric(other) && this.valueOf() < Number(other);
  }

  leq(other: unknown): boolean {
    return isNumeric(other) && this.valueOf() <= Number(other);
  }
}

const isNumeric = (value: unknown): boolean => typeof value === "number" || value instanceof Number;

/** A number that came out of a calculation with floats. */
export function floatOf(value: number): number | RubyFloat {
  return Number.isInteger(value) ? new RubyFloat(value) : value;
}

export function isFloat(value: unknown): boolean {
  return value instanceof RubyFloat || (typeof value === "number" && !Number.isInteger(value));
}
