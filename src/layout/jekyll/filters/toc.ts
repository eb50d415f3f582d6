import type { Hash } from "../../../lib/ruby/hash.js";
import { isPlainHash } from "../../../lib/ruby/inspect.js";
import { printed } from "../values.js";
import type { World } from "../world.js";
import { escapeOnce } from "./text.js";
import type { Filters } from "./urls.js";

interface Entry {
  readonly level: number;
  readonly id: string;
  /** HTML without tags; quotes are escaped as well. */
  readonly text: string;
}

/** Filters of the plugin jekyll-toc. They do nothing on pages that do not say `toc: true`. */
export function tocFilters(world: World): Filters {
  const only = (html: string) => listOf(entriesOf(html, world), world);
  const anchored = (html: string) => withAnchors(html, world);
  const onPages = (make: (html: string) => string, otherwise: (html: string) => string) => (value: unknown) =>
    world.current?.data.toc === true ? make(printed(value)) : otherwise(printed(value));
  return {
    toc: onPages(
      (html) => only(html) + anchored(html),
      (html) => html,
    ),
    toc_only: onPages(only, () => ""),
    inject_anchors: onPages(anchored, (html) => html),
  };
}

/** What `{% toc %}` writes: the headings of the page's content. */
export function tocOf(world: World): string {
  const { current } = world;
  return current?.data.toc === true ? listOf(entriesOf(current.content, world), world) : "";
}

const heading = /<h([1-6])((?:"[^"]*"|'[^']*'|[^'">])*)>([\s\S]*?)<\/h\1>/gi;

function idOf(attributes: string, text: string): string {
  const written = /\bid\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  if (written) return written[1] ?? written[2]!;
  const words = text.toLowerCase().replace(/&\w+;/g, "");
  return words.replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, "").replaceAll(" ", "-");
}

const textOf = (html: string): string => html.replace(/<[^>]*>/g, "").trim();

function entriesOf(html: string, world: World): readonly Entry[] {
  const settings = settingsOf(world);
  return [...html.matchAll(heading)]
    .filter(([, level, attributes]) => isWanted(Number(level), attributes!, settings))
    .map(([, level, attributes, inner]) => {
      const text = textOf(inner!);
      return { level: Number(level), id: idOf(attributes!, text), text: escapeOnce(text) };
    });
}

function isWanted(level: number, attributes: string, settings: Hash): boolean {
  const { min_level: lowest = 1, max_level: highest = 6 } = settings;
  return level >= Number(lowest) && level <= Number(highest) && !/\bno_toc\b/.test(attributes);
}

function listOf(entries: readonly Entry[], world: World): string {
  const { ordered_list: ordered, list_id: id = "toc", list_class: name = "section-nav" } = settingsOf(world);
  const tag = ordered === true ? "ol" : "ul";
  return `<${tag} id="${String(id)}" class="${String(name)}">\n${itemsOf(entries, tag, settingsOf(world))}</${tag}>`;
}

/** An entry, then those below it in a list of their own. */
function itemsOf(entries: readonly Entry[], tag: string, settings: Hash): string {
  const [first, ...rest] = entries;
  if (!first) return "";
  const nextIndex = rest.findIndex(({ level }) => level <= first.level);
  const inner = nextIndex < 0 ? rest : rest.slice(0, nextIndex);
  const others = nextIndex < 0 ? [] : rest.slice(nextIndex);
  const sublist = settings.sublist_class ? ` class="${String(settings.sublist_class)}"` : "";
  const below = inner.length > 0 ? `\n<${tag}${sublist}>\n${itemsOf(inner, tag, settings)}</${tag}>\n` : "";
  const item = `${String(settings.item_class ?? "toc-entry")} ${String(settings.item_prefix ?? "toc-")}h${first.level}`;
  return `<li class="${item}"><a href="#${first.id}">${first.text}</a>${below}</li>\n${itemsOf(others, tag, settings)}`;
}

function withAnchors(html: string, world: World): string {
  return html.replace(heading, (whole, level: string, attributes: string, inner: string) => {
    if (!isWanted(Number(level), attributes, settingsOf(world))) return whole;
    const id = idOf(attributes, textOf(inner));
    const named = /\bid\s*=/i.test(attributes) ? attributes : `${attributes} id="${id}"`;
    const anchor = `<a class="anchor" href="#${id}" aria-hidden="true"><span class="octicon octicon-link"></span></a>`;
    return `<h${level}${named}>\n${anchor}${inner}</h${level}>`;
  });
}

function settingsOf({ site }: World): Hash {
  const { toc } = site.config.values;
  return isPlainHash(toc) ? toc : {};
}
