import { lookup } from "node:dns";
import { type ClientRequest, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { BlockList, isIP, type LookupFunction } from "node:net";

/*
 * Links of strangers' posts are followed by our machine: none may lead it to itself, or into its own network.
 */

export interface RequestOptions {
  readonly method?: "HEAD" | "GET";
  readonly headers: Readonly<Record<string, string>>;
  /** For the whole answer, in milliseconds. */
  readonly timeout: number;
  /** Also ask hosts of the own machine and network. */
  readonly allowPrivate: boolean;
}

/** A request to a web address, still to be ended; a text that says why none may be made. */
export function openRequest(address: string, options: RequestOptions): ClientRequest | string {
  const { method = "GET", headers, timeout, allowPrivate } = options;
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") return `${url.protocol} is no web address`;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!allowPrivate && isIP(host) && isPrivate(host)) return privateReason;
  return (url.protocol === "https:" ? requestHttps : requestHttp)(url, {
    method,
    headers,
    signal: AbortSignal.timeout(timeout),
    ...(allowPrivate ? {} : { lookup: publicLookup }),
  });
}

/** Why a request failed, in few words. */
export function failureOf(error: NodeJS.ErrnoException): string {
  const isLate = error.name === "AbortError" || error.name === "TimeoutError";
  return isLate ? "no answer in time" : (error.code ?? error.message);
}

const privateReason = "an address of the own network, which is not asked";

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

/** An IP address. IPv4 addresses that are written as IPv6 (`::ffff:127.0.0.1`) are known as what they are. */
function isPrivate(address: string): boolean {
  return privateNetworks.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}
