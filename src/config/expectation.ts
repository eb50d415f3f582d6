/** What zod says of one wrong value, as far as it is read here. */
export interface Issue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly expected?: unknown;
  readonly values?: readonly unknown[];
  readonly minimum?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
}

/**
 * What would have been right at this place: "a number of at least 1", "true or false, not “yes”". Said here because zod's
 * own sentences come with its locale files, which cost more to load than the whole schema.
 */
export function expectation(issue: Issue, given: unknown): string {
  const wanted = [...new Set(wantedOf(issue))].join(" or ");
  return wanted === "" ? issue.message : `${wanted} is expected, not ${shown(given)}`;
}

function wantedOf(issue: Issue): readonly string[] {
  switch (issue.code) {
    case "invalid_type":
      return [typeNames[String(issue.expected)] ?? String(issue.expected)];
    case "invalid_union":
      return (issue.errors ?? []).flatMap((way) => way.slice(0, 1).flatMap(wantedOf));
    case "invalid_value":
      return (issue.values ?? []).map((value) => `\`${String(value)}\``);
    case "too_small":
      return [`a number of at least ${String(issue.minimum)}`];
    default:
      return issue.message === "Invalid input" ? [] : [issue.message];
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`",
  array: "a list",
  object: "a set of `key: value` lines",
  record: "a set of `key: value` lines",
};

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
