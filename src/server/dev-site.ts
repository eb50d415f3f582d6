import { shortHash } from "../lib/hash.js";
import type { Card } from "../model/card.js";
import { type Message, UserError } from "../model/message.js";
import type { Answer } from "../work/presentation.js";
import type { Session } from "../work/session.js";
import { emptyPage, withClient } from "./client-page.js";
import type { PageState } from "./event-stream.js";
import { describeProblems } from "./problems.js";
import { type Located, locate } from "./request-path.js";
import type { Content } from "./send.js";

/** What the development server answers for a path of the site. */
export interface DevAnswer {
  readonly status: number;
  /** Decides the content type. */
  readonly path: string;
  readonly content: Content | Promise<Content>;
  /** Of a page. */
  readonly version?: string;
}

export interface DevSite {
  /** `path`: decoded, without the base path. */
  readonly answer: (path: string) => DevAnswer | { readonly redirect: string };
  readonly stateOf: (path: string) => PageState;
}

/** Pages that are kept in their last good state for the case that a layout breaks. */
const mostKept = 200;

/** The site of a session with what a browser needs to follow its changes. */
export function createDevSite(session: Session): DevSite {
  const lastGood = new Map<string, Found>();

  /** The page at a path, or its last good state with what is wrong with the newest. */
  function look(path: string): Looked {
    const site = session.presentation();
    try {
      const located = locate(path, (output) => toFound(site.answer(output)));
      if (located && "redirect" in located) return { located, messages: [] };
      const found = located?.found ?? toFound(site.answer("404.html"));
      if (located && found) keep(path, found);
      return { located: found && { found }, isMissing: !located, messages: [] };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const found = lastGood.get(path);
      return { located: found && { found }, messages: error.messages };
    }
  }

  function keep(path: string, found: Found): void {
    lastGood.delete(path);
    lastGood.set(path, found);
    if (lastGood.size > mostKept) lastGood.delete(lastGood.keys().next().value!);
  }

  return {
    answer(path) {
      const { located, isMissing, messages } = look(path);
      if (located && "redirect" in located) return located;
      if (!located) return emptyPage(messages.length > 0 ? 500 : 404);
      return { status: isMissing ? 404 : 200, ...located.found };
    },
    stateOf(path) {
      const { located, messages } = look(path);
      const found = located && "found" in located ? located.found : undefined;
      const problems = [...session.errors(), ...messages];
      return {
        version: found?.version ?? "",
        problems: describeProblems(problems, session.config().source, found?.source ?? messages[0]?.file),
      };
    },
  };
}

interface Looked {
  readonly located: Located<Found> | undefined;
  readonly isMissing?: boolean;
  /** What keeps the page from being rendered. */
  readonly messages: readonly Message[];
}

interface Found {
  readonly path: string;
  readonly content: Content | Promise<Content>;
  readonly version?: string;
  /** The file that a page comes from. */
  readonly source?: string;
}

function toFound(answer: Answer | undefined): Found | undefined {
  if (!answer) return undefined;
  if (answer.type === "file") return { path: answer.output.path, content: answer.output };
  if (answer.type === "card") return { path: answer.card.output, content: drawn(answer.card) };
  const { page, html } = answer;
  const version = shortHash(html);
  return {
    path: page.output,
    content: { contents: withClient(html, version) },
    version,
    ...(page.source === undefined ? {} : { source: page.source }),
  };
}

const drawn = async ({ draw, cached }: Card): Promise<Content> =>
  draw ? { contents: await draw() } : { copyFrom: cached };
