import { JekyllDrop } from "../../layout/jekyll/drops/jekyll-drop.js";
import { SiteDrop } from "../../layout/jekyll/drops/site-drop.js";
import { dropOf, ExcerptDrop, PageDrop, type TextDrop } from "../../layout/jekyll/drops/text-drop.js";
import { createJekyllEngine, type JekyllEngine, type KnownNames } from "../../layout/jekyll/engine.js";
import type { Rendering } from "../../layout/jekyll/errors.js";
import { blockTags } from "../../layout/jekyll/tags/index.js";
import type { World } from "../../layout/jekyll/world.js";
import type { Hash } from "../../lib/ruby/hash.js";
import { inspect, toRubyText } from "../../lib/ruby/inspect.js";
import { deepMerge } from "../../lib/ruby/merge.js";
import type { TemplateProfile } from "../../model/build.js";
import { extractExcerpt } from "../../model/jekyll/excerpt.js";
import type { JekyllLayout, JekyllSite } from "../../model/jekyll/site.js";
import type { JekyllText } from "../../model/jekyll/text.js";
import { type Message, UserError } from "../../model/message.js";
import type { Converters } from "./converters.js";

/** Which version of Jekyll's behaviour this is: `jekyll.version`. */
const jekyllVersion = "4.3.4";

export interface JekyllRenderer {
  /** Renders a text and remembers its output. Throws a `UserError`. */
  render(text: JekyllText): void;
  /** What each template took, in the order of their first rendering. */
  readonly profile: () => readonly TemplateProfile[];
  /** What Liquid sees of a text. */
  readonly dropOf: (text: JekyllText) => unknown;
  /** The excerpt of a text as HTML. */
  readonly excerptOf: (text: JekyllText) => string;
  /** The names that its templates may use. */
  readonly known: KnownNames;
}

export interface RendererOptions {
  readonly site: JekyllSite;
  readonly converters: Converters;
  readonly head: World["head"];
  readonly report: (message: Message) => void;
  readonly depend: (text: JekyllText, path: string) => void;
  /** The last step of a page: what plugins do to its HTML. */
  readonly finish: (html: string, text: JekyllText) => string;
}

/** Renders the texts of a site, one after the other: what is rendered later sees what was rendered before. */
export function createJekyllRenderer(options: RendererOptions): JekyllRenderer {
  const { site, converters, head, report, depend, finish } = options;
  const taken = new Map<string, TemplateProfile>();
  const excerpts = new Map<JekyllText, string>();
  let leftOver: Hash | undefined;
  const world: World = {
    site,
    current: undefined,
    markdown: converters.markdown,
    smartQuotes: converters.smartQuotes,
    highlight: converters.highlight,
    sass: (code, syntax) => converters.sass(code, syntax).css,
    excerpt: (text) => excerptOf(text),
    depend: (path) => world.current && depend(world.current, path),
    report,
    head,
  };
  const siteDrop = new SiteDrop(world);
  const engine = timed(createJekyllEngine(world), taken);
  const jekyll = new JekyllDrop(jekyllVersion, site.config.environment);

  function render(text: JekyllText): void {
    const outer = world.current;
    world.current = text;
    try {
      const page = text.collection ? dropOf(text, world) : new PageDrop(text, world);
      const variables = { ...variablesOf(text, page), layout: layoutBefore(text) };
      text.content = converted(text, liquid(text, text.source, variables));
      text.output = text.replacement?.() ?? finish(isPlaced(text) ? inLayouts(text, variables) : text.content, text);
    } finally {
      world.current = outer;
    }
  }

  function variablesOf(text: JekyllText, page: TextDrop): Hash {
    return { site: siteDrop, page, paginator: text.paginator, jekyll };
  }

  function liquid(text: JekyllText, content: string, variables: Hash): string {
    const hasLiquid = content.includes("{{") || content.includes("{%");
    if (!hasLiquid || text.isYaml || text.data.render_with_liquid === false) return content;
    return engine.render(content, variables, {
      path: content === text.source ? text.path : `${text.path}/#excerpt`,
      file: text.relativePath,
      shown: content === text.source ? text.shownPath : `${text.shownPath}/#excerpt`,
      firstLine: text.contentLine,
    });
  }

  function converted(text: JekyllText, content: string): string {
    if (text.isSass) {
      const { css, map } = converters.sass(content, text.extension === ".scss" ? "scss" : "indented", text);
      text.sourceMap = map;
      return css;
    }
    const html = text.isMarkdown ? converters.markdown(content) : content;
    return text.isPost ? converters.trusted(html, text) : html;
  }

  /** What a text sees as `layout` before it is put into one: what the text before it has left there wins. */
  function layoutBefore(text: JekyllText): Hash | undefined {
    const layout = layoutOf(text);
    if (layout) leftOver = deepMerge(layout.data, leftOver ?? {});
    return leftOver;
  }

  function layoutOf({ data }: { readonly data: Hash }): JekyllLayout | undefined {
    return site.layouts.get(nameOf(data.layout));
  }

  function isPlaced(text: JekyllText): boolean {
    return !text.isSass && !text.isYaml && text.data.layout !== "none";
  }

  function inLayouts(text: JekyllText, variables: Hash): string {
    let layout = layoutOf(text);
    if (!layout && (text.data.layout ?? null) !== null) report(unknownLayout(text));
    const used = new Set<JekyllLayout>();
    leftOver = undefined;
    let html = text.content;
    while (layout && !used.has(layout)) {
      used.add(layout);
      depend(text, layout.path);
      leftOver = deepMerge(layout.data, leftOver ?? {});
      html = engine.render(layout.content, { ...variables, content: html, layout: leftOver }, renderingOf(layout));
      layout = layoutOf(layout);
    }
    return html;
  }

  function excerptOf(text: JekyllText): string {
    const known = excerpts.get(text);
    if (known !== undefined) return known;
    const separator = String(text.data.excerpt_separator ?? site.config.excerptSeparator);
    if (separator === "") return "";
    const { content, closedBlocks } = extractExcerpt(text.source, separator, blockTags);
    if (closedBlocks) report(excerptModified(text, separator));
    // An excerpt has none of its own.
    excerpts.set(text, "");
    const outer = world.current;
    world.current = text;
    try {
      excerpts.set(text, converted(text, liquid(text, content, variablesOf(text, new ExcerptDrop(text, world)))));
    } finally {
      world.current = outer;
    }
    return excerpts.get(text)!;
  }

  return {
    render,
    profile: () => [...taken.values()],
    dropOf: (text) => dropOf(text, world),
    excerptOf,
    known: engine.known,
  };
}

function renderingOf({ path, relativePath, contentLine }: JekyllLayout): Rendering {
  return { path, file: relativePath, shown: path, firstLine: contentLine };
}

function timed(engine: JekyllEngine, taken: Map<string, TemplateProfile>): JekyllEngine {
  return {
    ...engine,
    render(text, variables, rendering) {
      const start = performance.now();
      const html = engine.render(text, variables, rendering);
      const path = rendering.file;
      const { count, size, milliseconds } = taken.get(path) ?? { count: 0, size: 0, milliseconds: 0 };
      const now = performance.now() - start;
      taken.set(path, {
        path,
        count: count + 1,
        size: size + Buffer.byteLength(html),
        milliseconds: milliseconds + now,
      });
      return html;
    },
  };
}

/** Ruby's `to_s`. */
const nameOf = (layout: unknown): string => (Array.isArray(layout) ? inspect(layout) : toRubyText(layout));

function unknownLayout({ data, relativePath }: JekyllText): Message {
  return {
    severity: "warning",
    ruleId: "unknown-layout",
    reason: `Build Warning: Layout '${nameOf(data.layout)}' requested in ${relativePath} does not exist.`,
    file: relativePath,
  };
}

function excerptModified({ relativePath }: JekyllText, separator: string): Message {
  return {
    severity: "warning",
    ruleId: "excerpt-modified",
    reason: `Warning: Excerpt modified in ${relativePath}! Found a Liquid block containing the excerpt separator ${JSON.stringify(separator)}.`,
    note: "The block has been modified with the appropriate closing tag. Feel free to define a custom excerpt or excerpt_separator in the document's Front Matter if the generated excerpt is unsatisfactory.",
    file: relativePath,
  };
}

/** All errors of all texts, so that the owner need not build again for each. */
export function renderAll(texts: readonly JekyllText[], renderer: JekyllRenderer): readonly Message[] {
  const errors: Message[] = [];
  for (const text of texts) {
    try {
      renderer.render(text);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(...error.messages);
    }
  }
  return errors;
}
