import type { Element, Root, RootContent } from "hast";
import { classList, isBlank, isElement } from "../../html/query.js";

/** What an editor says of a list that it has cut into many: which it belongs to, and how deep. */
interface Part {
  readonly key: string;
  readonly level: number;
}

interface OpenList extends Part {
  readonly list: Element;
}

/** Google Docs ends a list where its level changes, Notion after each entry: what belongs together becomes one list again. */
export function joinLists(parent: Root | Element): void {
  const joined: RootContent[] = [];
  let open: OpenList[] = [];
  for (const child of parent.children as RootContent[]) {
    const part = isElement(child, "ul", "ol") ? partOf(child) : undefined;
    if (part && isElement(child)) {
      open = continued(open, part);
      const last = open.at(-1);
      if (last?.level === part.level && last.list.tagName === child.tagName) last.list.children.push(...child.children);
      else {
        const entry = last?.level === part.level ? undefined : lastEntry(last);
        if (entry) entry.children.push(child);
        else joined.push(child);
        open = [...open.filter(({ level }) => level < part.level), { ...part, list: child }];
      }
    } else {
      if (!isBlank(child) || isElement(child)) open = [];
      if (isElement(child) && !isElement(child, "pre")) joinLists(child);
      joined.push(child);
    }
  }
  parent.children = joined as typeof parent.children;
}

function partOf(list: Element): Part | undefined {
  for (const name of classList(list)) {
    const [, key, level] = /^lst-kix_(.+)-(\d)$/.exec(name) ?? [];
    if (key !== undefined) return { key, level: Number(level) };
    if (/^(?:bulleted|numbered|to-do)-list$/.test(name)) return { key: name, level: 0 };
  }
  return undefined;
}

/** The lists that go on with this part. */
function continued(open: readonly OpenList[], { key, level }: Part): OpenList[] {
  return open[0]?.key === key ? open.filter((list) => list.level <= level) : [];
}

function lastEntry(open: OpenList | undefined): Element | undefined {
  const last = open?.list.children.findLast((child) => isElement(child, "li"));
  return isElement(last) ? last : undefined;
}
