import type { Link, Nodes, Parents, Root, RootContent } from "mdast";

const chinesePunctuation = /[，。；：！？、（）【】《》〈〉「」『』“”‘’…\u3000]/;
const chineseWord = /(?<![/=?&#\p{Script=Han}])\p{Script=Han}/u;

/**
 * A bare address ends where Chinese begins: GFM would go on to the next space, which Chinese does not have. A path that is
 * itself Chinese (`/wiki/中文`) stays.
 */
export function endBareLinks(parent: Root | Parents): void {
  parent.children = (parent.children as Nodes[]).flatMap((node) => {
    if (node.type === "link") return endOne(node);
    if ("children" in node) endBareLinks(node);
    return [node];
  }) as RootContent[];
}

function endOne(link: Link): Nodes[] {
  const label = link.children[0];
  if (link.children.length !== 1 || label?.type !== "text" || !isBare(link, label.value)) return [link];
  const cut = [chinesePunctuation, chineseWord].map((end) => label.value.search(end)).filter((at) => at > 8);
  if (cut.length === 0) return [link];
  const end = Math.min(...cut);
  const address = label.value.slice(0, end);
  const rest = label.value.slice(end);
  const url = link.url.slice(0, link.url.length - rest.length);
  return [
    { ...link, url, children: [{ ...label, value: address }] },
    { type: "text", value: rest },
  ];
}

/** Whether the address is its own label, and not between pointed brackets, which make the link two characters longer. */
function isBare(link: Link, label: string): boolean {
  const { start, end } = link.position ?? {};
  const isUnbracketed = !start || !end || end.column - start.column === label.length;
  return isUnbracketed && (link.url === label || link.url === `http://${label}`);
}
