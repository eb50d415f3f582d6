/** A float with a whole value, which Ruby prints with its `.0` and JavaScript cannot tell from an integer. */
export class RubyFloat extends Number {
  override toString(): string {
    return Number.isInteger(this.valueOf()) ? `${this.valueOf()}.0` : String(this.valueOf());
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
