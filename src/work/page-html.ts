import { fillMarks } from "../html/marks.js";
import { printHtml } from "../html/parse.js";
import { createEngine, type Engine, type EngineOptions } from "../layout/engine.js";
import type { FilterHandler } from "../layout/filters/filter.js";
import { pageVariables, renderPage } from "../layout/render.js";
import type { Page } from "../model/page.js";
import { markdownToHast } from "../pipeline/markdown.js";

/** An engine that knows Markdown, too. */
export function openEngine(
  options: Omit<EngineOptions, "markdown">,
  filters: Readonly<Record<string, FilterHandler>> = {},
): Engine {
  return createEngine({ ...options, markdown: markdownToHtml, filters });
}

/** A page's whole HTML. `stored` is the finished body of a post; `lang` the site's language. */
export function pageHtml(engine: Engine, page: Page, stored: string | undefined, lang: string): string {
  return renderPage(engine, page, contentOf(page, engine, stored), lang);
}

/** What stands in the layout's `{{ content }}`. */
function contentOf(page: Page, engine: Engine, stored: string | undefined): string {
  const { body } = page;
  if (body.type === "post") return fillMarks(stored ?? "", body.urls, body.pictures);
  if (body.type === "none") return "";
  const text = engine.renderText(body.text, { page: pageVariables(page, page.lang) }, page.source ?? page.output);
  return body.markdown ? markdownToHtml(text) : text;
}

function markdownToHtml(text: string): string {
  return printHtml(markdownToHast(text));
}
