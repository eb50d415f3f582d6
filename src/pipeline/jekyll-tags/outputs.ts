/** What is known of the place of a `{{ … }}`. */
interface OutputPlace {
  /** A few characters before it, as they are written out. */
  readonly before: string;
  readonly after: string;
}

const literal = /^\s*(?:"([^"]*)"|'([^']*)')/;
const root = /^\s*site\.(?:baseurl|base_url|url|root|production_url|github\.url)\s*(?:\||$)/;
const prefix = /\|\s*(prepend|append)\s*:\s*(?:"([^"]*)"|'([^']*)')/g;
const makesAddress = /\|\s*(?:relative_url|absolute_url|prepend\s*:\s*site\.)/;
/** An attribute's value, the target of a link or its definition begins here. */
const addressBegins = /(?:\]\(<?|=\s*["']?|["'(]|\]:\s*|\}\})$/;

/**
 * What an output comes to where it makes an address: the path that it says, or nothing, so that the path behind it stays.
 * Anywhere else it is text that a reader shall see as it is: `undefined`.
 */
export function addressOf(inside: string, { before, after }: OutputPlace): string | undefined {
  const written = literal.exec(inside);
  const isAddress = addressBegins.test(before);
  if (written && (isAddress || makesAddress.test(inside))) return extend(written[1] ?? written[2] ?? "", inside);
  const isPrefix = /^(?:\/|\{\{)/.test(after);
  if (root.test(inside)) return isAddress && !isPrefix && /^["')\s]/.test(after) ? "/" : "";
  const isName = /^\s*[\w.-]+(?:\[[^\]]*\])?\s*(?:\||$)/.test(inside);
  return isName && (isAddress || /^\/[\w.-]/.test(after)) && isAddressBehind(before, after) ? "" : undefined;
}

/** `alt='{{ page.title }}'` begins like an address, but is text: an address names itself by its attribute. */
function isAddressBehind(before: string, after: string): boolean {
  const attribute = /([\w-]+)\s*=\s*["']?$/.exec(before)?.[1]?.toLowerCase();
  if (attribute !== undefined) return /^(?:href|src|srcset|data-src|poster|data|action|cite)$/.test(attribute);
  return /(?:\]\(<?|\]:\s*)$/.test(before) || /^\/[\w.-]/.test(after);
}

function extend(path: string, inside: string): string {
  let whole = path;
  for (const [, filter, double, single] of inside.matchAll(prefix)) {
    const more = double ?? single ?? "";
    whole = filter === "prepend" ? more + whole : whole + more;
  }
  return whole;
}
