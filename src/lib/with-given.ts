/** Fields that may be missing, but are nothing else where they are there. */
type Given<T> = { [Name in keyof T]?: Exclude<T[Name], undefined> };

/**
 * Puts to an object those of the optional fields that have a value and that it has not. Spread into a literal between others,
 * each of them costs V8 a search for the shape of the whole.
 */
export function withGiven<T extends object, U extends object>(fields: T, optional: U): T & Given<U> {
  const given = fields as Record<string, unknown>;
  for (const [name, value] of Object.entries(optional)) if (value !== undefined) given[name] ??= value;
  return fields as T & Given<U>;
}
