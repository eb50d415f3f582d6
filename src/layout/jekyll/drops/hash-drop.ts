import { Drop } from "liquidjs";

/** Reads a drop as a hash; a symbol, because every name may be a key of the front matter. */
export const entries = Symbol("entries");

/** Keys that lead from a document to others, and so on without an end: nested JSON leaves them out. */
export const links = ["content", "output", "excerpt", "next", "previous"];

/** An object that Liquid reads as a hash, whose values are worked out when they are asked for. */
export abstract class HashDrop extends Drop {
  /** The value of a key; undefined where there is none. */
  abstract override liquidMethodMissing(key: string | number): unknown;

  /** Every key with a value. */
  abstract [entries](): readonly string[];

  /** What it prints as a whole. */
  abstract override toString(): string;

  /** A loop goes through the keys alone. */
  *[Symbol.iterator](): Generator<unknown> {
    yield* this[entries]();
  }
}
