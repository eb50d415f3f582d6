import { lookup } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

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

function send(method: "HEAD" | "GET", address: string, { timeout, allowPrivate }: AskOptions): Promise<Reply> {
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") return failed(`${url.protocol} is no web address`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) && isPrivate(host)) return failed(privateReason);
  return new Promise((resolve) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
      method,
      headers: { "user-agent": "Mozilla/5.0 (compatible; Pumice link check)", accept: "*/*" },
      signal: AbortSignal.timeout(timeout),
      ...(allowPrivate ? {} : { lookup: publicLookup }),
    });
    request.on("response", ({ statusCode = 0, headers }) => {
      // The body is not wanted.
      request.destroy();
      const isRedirect = statusCode >= 300 && statusCode < 400 && headers.location !== undefined;
      resolve({ status: statusCode, ...(isRedirect ? { location: headers.location! } : {}) });
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      const isLate = error.name === "AbortError" || error.name === "TimeoutError";
      resolve({
        why: isLate ? "no answer in time" : (error.code ?? error.message),
        isGone: error.code === "ENOTFOUND",
      });
    });
    request.end();
  });
}

const privateReason = "an address of the own network, which is not asked";

async function failed(why: string): Promise<Reply> {
  return { why, isGone: false };
}

/** As a name is resolved, so that none can point inside. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "", 0);
    const allowed = addresses.filter(({ address }) => !isPrivate(address));
    const [first] = allowed;
    if (!first) return callback(new Error(privateReason), "", 0);
    if (options.all) return callback(null, allowed);
    return callback(null, first.address, first.family);
  });
};

const privateNetworks = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["224.0.0.0", 3],
] as const) {
  privateNetworks.addSubnet(network, bits, "ipv4");
}
for (const [network, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  privateNetworks.addSubnet(network, bits, "ipv6");
}

/** IPv4 addresses that are written as IPv6 (`::ffff:127.0.0.1`) are known as what they are. */
function isPrivate(address: string): boolean {
  return privateNetworks.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}
