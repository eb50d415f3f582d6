import type { Element } from "hast";
import { findElements, stringAttribute } from "../../html/query.js";
import { decodePercent } from "../../lib/percent.js";
import type { Step } from "../step.js";

const PREFIX = "post-";

/** What scripts could name by accident: `config`, `dataLayer`. No name of a variable has a hyphen. */
const identifier = /^[A-Za-z_$][\w$]*$/;

/**
 * An id has no white space. And it is a global variable of the page, by which a post could feed scripts with its own values. So ids that
 * could be a variable get a prefix, and the links within the page follow, as do those of other posts (`LinkIndex`). Headings keep theirs: people link to them from
 * elsewhere, and a heading carries no value that a script would take for its own.
 */
export const ids: Step = {
  name: "ids",
  transform(tree, article) {
    const named = findElements(tree, ({ properties }) => properties.id !== undefined);
    const taken = new Set(named.map(idOf));
    const renamed = new Map<string, string>();
    for (const element of named) {
      const id = idOf(element);
      const isSplit = /\s/.test(id);
      if (!isSplit && (/^h[1-6]$/.test(element.tagName) || !identifier.test(id))) continue;
      const known =
        renamed.get(id) ?? (isSplit ? freeId("", id.trim().replace(/\s+/g, "-"), taken) : freeId(PREFIX, id, taken));
      renamed.set(id, known);
      element.properties.id = known;
    }
    if (renamed.size === 0) return;
    article.renamedIds = [...renamed];
    for (const element of findElements(tree, pointsToIds)) follow(element, renamed);
  },
};

const idOf = (element: Element): string => String(element.properties.id);

function freeId(prefix: string, id: string, taken: Set<string>): string {
  let free = prefix + id;
  while (taken.has(free)) free += "-";
  taken.add(free);
  return free;
}

const pointsToIds = ({ properties }: Element): boolean =>
  properties.href !== undefined || properties.headers !== undefined;

function follow(element: Element, renamed: ReadonlyMap<string, string>): void {
  const href = stringAttribute(element, "href");
  const target = href?.startsWith("#") ? renamed.get(decodePercent(href.slice(1))) : undefined;
  if (target !== undefined) element.properties.href = `#${target}`;
  const headers = stringAttribute(element, "headers");
  if (headers !== undefined) {
    element.properties.headers = headers.split(/\s+/).map((id) => renamed.get(id) ?? id);
  }
}
