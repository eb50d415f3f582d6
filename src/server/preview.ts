import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { UserError } from "../model/message.js";
import { encodePath } from "../model/segment.js";
import { type HeadersOf, readHeadersFile } from "./headers-file.js";
import { hostFile } from "./host-files.js";
import { listen } from "./listen.js";
import { type RedirectOf, readRedirectsFile } from "./redirects-file.js";
import { refusalOf } from "./refusal.js";
import { locate, readRequestPath, withinBase } from "./request-path.js";
import { type Reply, send } from "./send.js";

export interface PreviewOptions {
  /** Absolute path of the published folder. */
  readonly folder: string;
  /** Empty, or `/blog`. */
  readonly baseurl: string;
  readonly host: string;
  readonly port: number;
}

export interface Preview {
  readonly port: number;
  readonly close: () => void;
}

/**
 * Serves a published folder as a host of static sites would: `404.html`, `_headers`, `_redirects`, slashes, extensions and
 * compression, under the base path. The two files and the folder are read for each request, so that a build in between shows
 * at once.
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  if (!existsSync(options.folder)) throw nothingThere(options.folder);
  const { server, port } = await listen(
    (request, response) => answer(request, response, options),
    options.host,
    options.port,
  );
  return {
    port,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, options: PreviewOptions): void {
  const refusal = refusalOf(request, options.host);
  send(request, response, refusal ?? replyTo(readRequestPath(request.url ?? ""), request.url ?? "", options));
}

function replyTo(path: string | undefined, url: string, { folder, baseurl }: PreviewOptions): Reply {
  if (path === undefined) return { status: 400, reason: "This is no address of a page" };
  const query = /\?.*$/s.exec(url)?.[0] ?? "";
  const redirectOf: RedirectOf = readRedirectsFile(textOf(folder, "_redirects"));
  const headers = withHeaders(readHeadersFile(textOf(folder, "_headers")), path);
  const find = (inner: string) => {
    const within = withinBase(inner, baseurl);
    return within === undefined ? undefined : locate(within, (output) => hostFile(folder, output));
  };

  const rule = redirectOf(path);
  const located = rule?.isForced ? undefined : find(path);
  if (located && "found" in located) return headers({ path: located.found, content: { copyFrom: located.found } });
  if (located) return headers({ status: 301, location: encodePath(baseurl + located.redirect) + query });
  if (rule && rule.status >= 300 && rule.status < 400) return headers({ status: rule.status, location: rule.to });
  const instead = rule && find(readRequestPath(rule.to) ?? "");
  if (rule && instead && "found" in instead) {
    return headers({ status: rule.status, path: instead.found, content: { copyFrom: instead.found } });
  }
  if (path === "/" && baseurl !== "") return { status: 302, location: encodePath(`${baseurl}/`) };
  const page = hostFile(folder, "404.html");
  if (!page) return { status: 404, reason: "There is no such file" };
  return headers({ status: 404, path: page, content: { copyFrom: page } });
}

function withHeaders(headersOf: HeadersOf, path: string): (reply: Reply) => Reply {
  return (reply) => ("reason" in reply ? reply : { ...reply, headers: headersOf(path), compress: true });
}

function textOf(folder: string, name: string): string {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function nothingThere(folder: string): UserError {
  return new UserError([
    {
      severity: "error",
      ruleId: "nothing-built",
      reason: `There is no ${folder} yet`,
      note: "Run `pumice build` first, or name the folder with `-d`",
    },
  ]);
}
