import { shortHash } from "../../lib/hash.js";
import type { Message } from "../../model/message.js";
import type { Output } from "../../model/output.js";
import { emptyPage, withClient } from "../client-page.js";
import type { DevAnswer, DevSite } from "../dev-site.js";
import { describeProblems } from "../problems.js";
import { locate } from "../request-path.js";
import { folderPage } from "./folder-page.js";

/** The last state of a Jekyll site that could be rendered, and what is wrong with the newest. */
export interface Rendered {
  readonly source: string;
  readonly outputs: ReadonlyMap<string, Output>;
  readonly problems: readonly Message[];
}

/** A rendered site as the development server shows it, its folders as lists where they have no index, or where that is wanted. */
export function createRenderedSite(current: () => Rendered, showsFolders: () => boolean = () => false): DevSite {
  const look = (path: string) => {
    const { outputs } = current();
    return locate(path, (output) => outputs.get(output)) ?? undefined;
  };
  return {
    answer(path) {
      const { outputs, problems } = current();
      const located = look(path);
      if (located && "redirect" in located) return located;
      if (located && !(showsFolders() && path.endsWith("/"))) return answerOf(located.found, 200);
      const list = folderPage(path.endsWith("/") ? path : `${path}/`, outputs.keys());
      if (list !== undefined && !path.endsWith("/")) return { redirect: `${path}/` };
      if (list !== undefined) return answerOf({ path: "index.html", contents: list }, 200);
      const missing = outputs.get("404.html");
      return missing ? answerOf(missing, 404) : emptyPage(problems.length > 0 ? 500 : 404);
    },
    stateOf(path) {
      const { source, problems } = current();
      const located = look(path);
      const found = located && "found" in located ? answerOf(located.found, 200) : undefined;
      return { version: found?.version ?? "", problems: describeProblems(problems, source) };
    },
  };
}

function answerOf(output: Output, status: number): DevAnswer {
  const { path } = output;
  if ("copyFrom" in output) return { status, path, content: { copyFrom: output.copyFrom } };
  const { contents } = output;
  if (typeof contents !== "string" || !/\.x?html?$/.test(path)) return { status, path, content: { contents } };
  const version = shortHash(contents);
  return { status, path, content: { contents: withClient(contents, version) }, version };
}
