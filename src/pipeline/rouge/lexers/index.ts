import type { Lexer } from "../lexer.js";
import { json } from "./json.js";

/** Lexers by the names and aliases that Rouge gives them. */
export const lexers: ReadonlyMap<string, Lexer> = named([[json, "json"]]);

function named(rows: readonly (readonly [lexer: Lexer, names: string])[]): ReadonlyMap<string, Lexer> {
  return new Map(rows.flatMap(([lexer, names]) => names.split(" ").map((name): [string, Lexer] => [name, lexer])));
}
