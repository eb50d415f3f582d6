import { failureOf, openRequest } from "../../lib/public-network.js";

/** What another host says about an address. */
export type Answer =
  | { readonly state: "there" }
  /** Surely not there: `why` is the status or the reason. */
  | { readonly state: "gone"; readonly why: string }
  /** Refused, broken or too slow: a reader may still see it. */
  | { readonly state: "unclear"; readonly why: string };

export interface AskOptions {
  /** For each request, in milliseconds. */
  readonly timeout: number;
  /** Also ask hosts of the own machine and network, to which no link of a stranger's post may lead otherwise. */
  readonly allowPrivate: boolean;
}

const mostRedirects = 5;

/** Asks with HEAD, and with GET where a host does not like that; follows redirects. Never throws. */
export async function ask(url: string, options: AskOptions): Promise<Answer> {
  let current = url;
  for (let count = 0; count <= mostRedirects; count += 1) {
    const head = await send("HEAD", current, options);
    const reply = head.status !== undefined && head.status >= 400 ? await send("GET", current, options) : head;
    if (reply.status === undefined)
      return reply.isGone ? { state: "gone", why: reply.why } : { state: "unclear", why: reply.why };
    if (reply.location === undefined) return answerOf(reply.status);
    if (!URL.canParse(reply.location, current)) return { state: "unclear", why: "a redirect to no address" };
    current = new URL(reply.location, current).href;
  }
  return { state: "unclear", why: `more than ${mostRedirects} redirects` };
}

function answerOf(status: number): Answer {
  if (status < 400) return { state: "there" };
  return status === 404 || status === 410
    ? { state: "gone", why: `status ${status}` }
    : { state: "unclear", why: `status ${status}` };
}

type Reply =
  | { readonly status: number; readonly location?: string }
  | { readonly status?: undefined; readonly why: string; readonly isGone: boolean };

async function send(method: "HEAD" | "GET", address: string, options: AskOptions): Promise<Reply> {
  const headers = { "user-agent": "Mozilla/5.0 (compatible; Pumice link check)", accept: "*/*" };
  const request = openRequest(address, { ...options, method, headers });
  if (typeof request === "string") return { why: request, isGone: false };
  return new Promise((resolve) => {
    request.on("response", ({ statusCode = 0, headers }) => {
      // The body is not wanted.
      request.destroy();
      const isRedirect = statusCode >= 300 && statusCode < 400 && headers.location !== undefined;
      resolve({ status: statusCode, ...(isRedirect ? { location: headers.location! } : {}) });
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      resolve({ why: failureOf(error), isGone: error.code === "ENOTFOUND" });
    });
    request.end();
  });
}
