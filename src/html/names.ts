import { ownText, remembering } from "../lib/remembering.js";

/*
 * Names of elements that were cut out of a text are strings of their own: to compare one with a name in the program, or to find
 * it in a set, reads its characters. Those that stand for names in V8 are compared by their place.
 */

/** The same name, as V8 has the names of properties. */
export const internalName = remembering(2000, ownText);
