import type { Engine } from "../layout/engine.js";
import { unknownLayouts } from "../layout/unknown-layouts.js";
import { once } from "../lib/once.js";
import type { Skipped } from "../model/build.js";
import type { Card } from "../model/card.js";
import { createLinkIndex } from "../model/link-index.js";
import { type Message, UserError } from "../model/message.js";
import type { Output } from "../model/output.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";
import { findPage, pagesWithoutPosts } from "../pages/find-page.js";
import { createPages } from "../pages/index.js";
import type { SiteAssets } from "./assets.js";
import { checkBuild } from "./check-site.js";
import { engineOptions } from "./engine-options.js";
import { createLiveSearch } from "./live-search.js";
import { otherFiles } from "./other-files.js";
import { ownParts } from "./own-parts.js";
import { openEngine, pageHtml } from "./page-html.js";

/** One state of a site, as its readers would see it. Everything is made when it is asked for, once. */
export interface Presentation {
  readonly site: Site;
  readonly skipped: readonly Skipped[];
  /** What a build would write to a path of the destination. Throws a `UserError` when a layout is broken. */
  readonly answer: (output: string) => Answer | undefined;
  /** Every path that has an answer. Makes all pages. */
  readonly outputs: () => readonly string[];
  /** What a build would say of the site as a whole. Makes all pages, renders none. */
  readonly examine: () => readonly Message[];
  /** The engine of this state, to be used by the next one if it fits. */
  readonly engine: () => KnownEngine | undefined;
  /** The same, to be followed by a state whose layouts are read anew. */
  readonly withoutTemplates: () => Presentation;
}

export type Answer =
  | { readonly type: "page"; readonly page: Page; readonly html: string }
  | { readonly type: "file"; readonly output: Output }
  | { readonly type: "card"; readonly card: Card };

export interface PresentationInput {
  readonly site: Site;
  readonly skipped: readonly Skipped[];
  readonly assets: SiteAssets;
  /** Stored HTML of a post by its path. */
  readonly body: (path: string) => string | undefined;
}

interface KnownEngine {
  readonly engine: Engine;
  /** Equal for the same options; `data` is compared by itself, since it may be large. */
  readonly key: string;
  readonly data: Site["data"];
}

/** `previous` changes nothing but the time it takes. */
export function createPresentation(input: PresentationInput, previous?: Presentation): Presentation {
  const { site, skipped, assets, body } = input;
  const { lang } = site.config;
  const links = createLinkIndex(site);
  const own = ownParts(site.config.pipeline.ownCode);
  const answers = new Map<string, Answer>();
  const pages = once(() => createPages(site, links, own.pageKinds));
  const others = once(() => otherFiles(site, pages().pages, assets, body));
  const files = once(() => new Map(others().outputs.map((output) => [output.path, output])));
  const copies = once(() => new Map(assets.outputs.map((output) => [output.path, output])));
  const search = once(() => createLiveSearch(site, body));
  const cards = once(() => new Map(Array.from(site.cards?.values() ?? [], (card) => [card.output, card])));
  let known = previous?.engine();
  let isFit = false;

  function engine(): Engine {
    if (known && isFit) return known.engine;
    const options = engineOptions(site, pagesWithoutPosts(site, links), assets);
    const { site: variables, ...globals } = options.globals;
    const key = JSON.stringify([
      { ...options, globals, ownCode: site.config.pipeline.ownCode },
      { ...variables, data: undefined },
    ]);
    if (known?.key !== key || known.data !== site.data)
      known = { engine: openEngine(options, own.filters), key, data: site.data };
    isFit = true;
    return known.engine;
  }

  function make(output: string): Answer | undefined {
    const copy = copies().get(output);
    if (copy) return { type: "file", output: copy };
    const page = findPage(site, links, output, own.pageKinds);
    if (page) return { type: "page", page, html: pageHtml(engine(), page, bodyOf(page), lang) };
    const card = cards().get(output);
    if (card) return { type: "card", card };
    const file = search().answer(output) ?? files().get(output);
    return file && { type: "file", output: file };
  }

  function bodyOf({ body: { type }, source }: Page): string | undefined {
    return type === "post" && source !== undefined ? body(source) : undefined;
  }

  const presentation: Presentation = {
    site,
    skipped,
    answer(output) {
      const answer = answers.get(output) ?? make(output);
      if (answer) answers.set(output, answer);
      return answer;
    },
    outputs: () => [
      ...new Set([...pages().pages.map((page) => page.output), ...files().keys(), ...search().outputs()]),
    ],
    examine: () => [
      ...pages().messages,
      ...others().messages,
      ...orMessages(() => unknownLayouts(engine(), pages().pages)),
      ...checkBuild({ ...pages(), site, skipped }, others().outputs, body),
    ],
    engine: () => known,
    withoutTemplates: () => ({ ...presentation, engine: () => undefined }),
  };
  return presentation;
}

function orMessages(action: () => readonly Message[]): readonly Message[] {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.messages;
  }
}
