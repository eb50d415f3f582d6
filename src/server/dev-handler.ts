import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { UserError } from "../model/message.js";
import { encodePath } from "../model/segment.js";
import type { DevSite } from "./dev-site.js";
import type { EventStream } from "./event-stream.js";
import { ownFolder, readOwnFile } from "./own-files.js";
import type { RefreshQueue } from "./refresh-queue.js";
import { type Refusal, refusalOf, refusalOfStream } from "./refusal.js";
import { readRequestPath, withinBase } from "./request-path.js";
import { type Reply, send } from "./send.js";

export interface DevParts {
  /** The path under which the site lives: empty, or `/blog`. */
  readonly baseurl: () => string;
  readonly site: DevSite;
  readonly events: EventStream;
  readonly queue: RefreshQueue;
  /** Address that the server listens on. */
  readonly host: string;
  /** Called with what is a bug of ours. */
  readonly onError: (error: unknown) => void;
}

/** Answers the requests to the development server. */
export function createHandler(parts: DevParts): RequestListener {
  return (request, response) => {
    handle(request, response, parts).catch((error: unknown) => {
      // A file that was removed a moment ago.
      const isGone = (error as NodeJS.ErrnoException).code === "ENOENT";
      if (!isGone) parts.onError(error);
      if (response.headersSent) response.destroy();
      else send(request, response, isGone ? notFound : bug);
    });
  };
}

const bug: Refusal = { status: 500, reason: "This is a bug in Pumice: the terminal has more" };
const notFound: Refusal = { status: 404, reason: "There is no such file" };

async function handle(request: IncomingMessage, response: ServerResponse, parts: DevParts): Promise<void> {
  const refusal = refusalOf(request, parts.host);
  if (refusal) {
    send(request, response, refusal);
    return;
  }
  // Who saves and asks at once sees what he saved.
  await parts.queue.settled();
  const path = readRequestPath(request.url ?? "");
  if (path === `${ownFolder}events`) connect(request, response, parts);
  else send(request, response, await replyTo(path, parts));
}

function connect(request: IncomingMessage, response: ServerResponse, { baseurl, events }: DevParts): void {
  const refusal = refusalOfStream(request);
  if (refusal) {
    send(request, response, refusal);
    return;
  }
  const page = readRequestPath(new URLSearchParams(request.url?.split("?")[1]).get("page") ?? "") ?? "/";
  events.connect(request, response, withinBase(page, baseurl()) ?? "/");
}

async function replyTo(path: string | undefined, { site, ...parts }: DevParts): Promise<Reply> {
  if (path === undefined) return { status: 400, reason: "This is no address of a page" };
  if (path.startsWith(ownFolder)) return ownFile(path.slice(ownFolder.length));
  const baseurl = parts.baseurl();
  const inner = withinBase(path, baseurl);
  if (inner !== undefined) return siteFile(inner, baseurl, site);
  if (path === "/") return { status: 302, location: encodePath(`${baseurl}/`) };
  return { status: 404, reason: `The site lives under ${baseurl}/` };
}

function ownFile(name: string): Reply {
  const contents = readOwnFile(name);
  return contents ? { path: name, content: { contents } } : notFound;
}

async function siteFile(path: string, baseurl: string, site: DevSite): Promise<Reply> {
  const answer = site.answer(path);
  if ("redirect" in answer) return { status: 302, location: encodePath(baseurl + answer.redirect) };
  const { version, content, ...rest } = answer;
  try {
    const sending = { ...rest, content: await content };
    return version === undefined ? sending : { ...sending, headers: { "pumice-version": version } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { status: 500, reason: error.messages.map(({ reason, note }) => [reason, note].join("\n")).join("\n") };
  }
}
