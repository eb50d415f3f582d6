import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";

/** Why a request gets no answer. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** Beyond this a URL is no address of a page. */
const longestUrl = 8192;

/**
 * Judges who asks, before what is asked for is looked at. A page of another site may make the browser send requests here,
 * under a name of its own (DNS rebinding) or across sites: such requests are told by their headers. `host` is the address that
 * the server listens on.
 */
export function refusalOf({ method, headers, url = "" }: IncomingMessage, host: string): Refusal | undefined {
  if (method !== "GET" && method !== "HEAD") return { status: 405, reason: "Only GET and HEAD are answered" };
  if (url.length > longestUrl) return { status: 414, reason: "This address is too long" };
  if (!isOwnHost(headers.host, host)) return { status: 403, reason: "This server is not meant by that name (Host)" };
  if (!isFromHere(headers)) return { status: 403, reason: "Pages of other sites get no answer" };
  return undefined;
}

/** The stream of events tells what the owner works on: only pages of this very origin may listen. */
export function refusalOfStream({ headers }: IncomingMessage): Refusal | undefined {
  const { origin, "sec-fetch-site": site } = headers;
  const isSame =
    (origin === undefined || origin === `http://${headers.host}`) && (site ?? "same-origin") === "same-origin";
  return isSame ? undefined : { status: 403, reason: "Pages of other sites get no events" };
}

function isOwnHost(header: string | undefined, host: string): boolean {
  const name = nameOf(header ?? "");
  if (name === undefined) return false;
  if (["localhost", "127.0.0.1", "::1", host].includes(name) || name.endsWith(".localhost")) return true;
  return isEverywhere(host) && isIP(name) !== 0 && ownAddresses().has(name);
}

/** The name in a `Host` header, without port and brackets. */
function nameOf(header: string): string | undefined {
  const match = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(header);
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}

/** Whether a server with this address answers on all addresses of the machine. */
export function isEverywhere(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}

function ownAddresses(): ReadonlySet<string> {
  return new Set(Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address)));
}

/** From this origin, or somebody follows a link to here or types the address. */
function isFromHere(headers: IncomingMessage["headers"]): boolean {
  const site = headers["sec-fetch-site"] ?? "none";
  if (site === "none" || site === "same-origin") return true;
  return headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
}
