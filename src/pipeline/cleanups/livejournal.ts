import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { stringAttribute } from "../../html/query.js";
import { type Outcome, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Cleanup } from "../cleanup.js";

const name = "livejournal";

/** LiveJournal and its heirs: users and cuts are elements of their own. */
export const livejournal: Cleanup = {
  name,
  detect: ["lj", "lj-cut", "lj-embed", "span.ljuser"],
  unwrap: ["lj-cut", "lj-embed", "lj-raw"],
  enter: { lj: nameUser },
};

/** The parser takes what follows for its content, since nothing closes it. */
function nameUser(element: Element, article: Article): Outcome {
  const user = stringAttribute(element, "user") ?? stringAttribute(element, "comm");
  if (!user) return UNWRAP;
  article.record(name, "replace", "lj → link", { sample: user });
  const host = user.replaceAll("_", "-");
  const link = create("a", { href: `https://${host}.livejournal.com/` }, [stringAttribute(element, "title") ?? user]);
  element.children = [/^[\w-]+$/.test(user) ? link : { type: "text", value: user }, ...element.children];
  return UNWRAP;
}
