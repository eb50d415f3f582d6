import { entries, HashDrop } from "./hash-drop.js";

/** `jekyll` in Liquid. */
export class JekyllDrop extends HashDrop {
  readonly #values: Readonly<Record<string, string>>;

  constructor(version: string, environment: string) {
    super();
    this.#values = { version, environment };
  }

  override liquidMethodMissing(key: string | number): unknown {
    return Object.hasOwn(this.#values, key) ? this.#values[key] : undefined;
  }

  override [entries](): readonly string[] {
    return Object.keys(this.#values);
  }

  /** Jekyll's own lists nothing in a loop. */
  override *[Symbol.iterator](): Generator<unknown> {}

  override toString(): string {
    return "Jekyll::Drops::JekyllDrop";
  }
}
