import { type Element, element } from "./element.js";

/** A list of links to headers, nested as they are, in the place and kind of the list that asked for it. */
export function tocOf(headers: readonly Element[], list: Element, levels: ReadonlySet<number>): Element {
  const attributes = { ...list.attributes };
  attributes.id ??= "markdown-toc";
  const root = element(list.type, "", {}, attributes);
  const open: { readonly level: number; readonly item: Element }[] = [];
  for (const header of headers.filter(({ options }) => levels.has(options.level!))) {
    const level = header.options.level!;
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const item = entryOf(header, attributes.id);
    const parent = open.at(-1)?.item;
    if (!parent) root.children.push(item);
    else {
      if (parent.children.at(-1)!.type !== list.type) parent.children.push(element(list.type));
      parent.children.at(-1)!.children.push(item);
    }
    open.push({ level, item });
  }
  return root;
}

function entryOf(header: Element, listId: string): Element {
  const { id } = header.attributes;
  const link = element("a", "", {}, { href: `#${id}`, id: `${listId}-${id}` });
  link.children = withoutLinks(structuredClone(header.children));
  const text = element("p", "", { transparent: true });
  text.children.push(link);
  const item = element("li");
  item.children.push(text);
  return item;
}

/** A link holds no other, and no footnote. */
function withoutLinks(children: readonly Element[]): Element[] {
  return children.flatMap((child) => {
    if (child.type === "footnote") return [];
    child.children = withoutLinks(child.children);
    return child.type === "a" ? child.children : [child];
  });
}
