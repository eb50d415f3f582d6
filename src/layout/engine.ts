import { isAbsolute, relative } from "node:path";
import type { Template } from "liquidjs";
import type { Message } from "../model/message.js";
import type { SafeHtml } from "../model/safe-html.js";
import { fingerprintOf, globalsOf, type ParsedTemplate, reachable } from "./dependencies.js";
import { latestFilter } from "./direct/index.js";
import { endlessMessage, type TemplateOrigin, toUserError } from "./errors.js";
import type { FilterHandler } from "./filters/filter.js";
import type { SiteGlobals } from "./globals.js";
import { HtmlDrop } from "./html-drop.js";
import type { LayoutFile } from "./layout-file.js";
import { createLayouts } from "./layouts.js";
import { createLiquid } from "./liquid.js";
import { readTemplateFiles } from "./template-files.js";

export interface EngineOptions {
  /** Absolute path of the site: files under it are shown relative to it in messages. */
  readonly source: string;
  /** Absolute paths; a file in an earlier folder stands for the one of the same name in a later. */
  readonly layoutFolders: readonly string[];
  readonly includeFolders: readonly string[];
  /** `false`: `{{ }}` prints as it is, as in Jekyll. */
  readonly autoescape: boolean;
  readonly globals: SiteGlobals;
  /** Markdown to HTML, for the filter `markdownify`. */
  readonly markdown?: (text: string) => string;
  /** Further filters, by name. */
  readonly filters?: Readonly<Record<string, FilterHandler>>;
  /** Milliseconds after which a template is stopped. */
  readonly renderLimit?: number;
}

/** What a layout sees. */
export interface LayoutInput {
  readonly layout: string;
  readonly page: Readonly<Record<string, unknown>>;
  readonly content: SafeHtml;
  /** Further variables beside `page`, such as `paginator`. */
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What a rendering depends on besides its page. */
export interface Dependencies {
  /** Changes with the text of any template that may take part and with the path of any asset that they name. */
  readonly fingerprint: string;
  /** First-level keys of `site` that may be read. */
  readonly globals: readonly string[] | "all";
}

/** Renders with one set of templates and globals. All of it is synchronous and reads no file after its creation. */
export interface Engine {
  /** Throws a `UserError` that names the template's file, line and column. */
  render(input: LayoutInput): string;
  /** Renders the owner's own text; `firstLine` is the 1-based line of `file` on which it begins. */
  renderText(text: string, variables: Readonly<Record<string, unknown>>, file: string, firstLine?: number): string;
  /** What is told of a rendering (of a page's file) that had to be ended by force, with the place where it was. */
  endless(rendering: string): Message;
  hasLayout(name: string): boolean;
  fingerprint(layout: string): string;
  globalsUsed(layout: string): readonly string[] | "all";
  textDependencies(text: string, file: string): Dependencies;
}

/** Far above what an honest layout takes: an endless loop shall not hang the build. */
const usualRenderLimit = 10_000;

export function createEngine(options: EngineOptions): Engine {
  const { renderLimit = usualRenderLimit } = options;
  const includes = readTemplateFiles(options.includeFolders);
  const layouts = createLayouts(readTemplateFiles(options.layoutFolders), show);
  const liquid = createLiquid(options, includes);
  const parsed = new Map<string, readonly Template[]>();
  const origins = new Map<string, TemplateOrigin>();
  const dependencies = new Map<string, Dependencies>();

  function show(path: string): string {
    const shown = relative(options.source, path);
    return shown.startsWith("..") || isAbsolute(shown) ? path : shown.replaceAll("\\", "/");
  }

  function originOf(path: string): TemplateOrigin {
    return origins.get(path) ?? { shownPath: show(path), textLine: 1 };
  }

  function parse(text: string, path: string, origin: TemplateOrigin): readonly Template[] {
    origins.set(path, origin);
    return guarded(() => liquid.parse(text, path));
  }

  function guarded<T>(action: () => T, rendering?: string): T {
    try {
      return action();
    } catch (error) {
      throw toUserError(error, originOf, rendering);
    }
  }

  function layoutTemplates({ file, text, textLine }: LayoutFile): readonly Template[] {
    const templates = parsed.get(file.path) ?? parse(text, file.path, { shownPath: show(file.path), textLine });
    parsed.set(file.path, templates);
    return templates;
  }

  function run(templates: readonly Template[], variables: object, rendering: string): string {
    return guarded(() => liquid.renderSync(templates as Template[], variables, { renderLimit }), rendering);
  }

  function render({ layout, page, content, variables }: LayoutInput): string {
    const rendering = String(page.path ?? page.url ?? "a page");
    let html = content.html;
    let data = {};
    for (const part of layouts.chain(layout)) {
      data = { ...part.data, ...data };
      const scope = { ...variables, page, layout: data, content: new HtmlDrop(html) };
      html = run(layoutTemplates(part), scope, rendering);
    }
    return html;
  }

  function renderText(text: string, variables: Readonly<Record<string, unknown>>, file: string, firstLine = 1): string {
    return run(parse(text, file, { shownPath: file, textLine: firstLine }), variables, file);
  }

  function findInclude(name: string): ParsedTemplate | undefined {
    const file = includes.get(name);
    if (file === undefined) return undefined;
    const templates = parsed.get(file.path) ?? parse(file.text, file.path, originOf(file.path));
    parsed.set(file.path, templates);
    return { name: `include ${name}`, text: file.text, templates };
  }

  function dependenciesOf(start: readonly ParsedTemplate[]): Dependencies {
    const templates = reachable(start, [...includes.keys()], findInclude);
    return {
      fingerprint: fingerprintOf(templates, options.globals.assets),
      globals: globalsOf(templates),
    };
  }

  function layoutDependencies(name: string): Dependencies {
    const known = dependencies.get(name);
    if (known !== undefined) return known;
    const chain = layouts.chain(name);
    const templates = chain.map((part, depth) => ({
      // The depth, because the same layouts nested otherwise are another page.
      name: `layout ${depth} ${part.file.name}`,
      // The front matter is a part of what a layout says.
      text: part.file.text,
      templates: layoutTemplates(part),
    }));
    const result = dependenciesOf(templates);
    dependencies.set(name, result);
    return result;
  }

  return {
    render,
    renderText,
    endless: (rendering) => endlessMessage(latestFilter(), originOf, rendering),
    hasLayout: layouts.has,
    fingerprint: (layout) => layoutDependencies(layout).fingerprint,
    globalsUsed: (layout) => layoutDependencies(layout).globals,
    textDependencies: (text, file) =>
      dependenciesOf([{ name: "text", text, templates: parse(text, file, { shownPath: file, textLine: 1 }) }]),
  };
}
