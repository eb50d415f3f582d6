import { createReadStream, statSync } from "node:fs";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { shortHash } from "../lib/hash.js";
import { contentTypeOf } from "./content-type.js";
import type { Refusal } from "./refusal.js";

/** Bytes, or a file to be read: an absolute path. */
export type Content = { readonly contents: string | Uint8Array } | { readonly copyFrom: string };

/** What the server says to a request. */
export type Reply = Sending | Refusal | Redirection;

export interface Sending {
  readonly status?: number;
  /** Decides the content type. */
  readonly path: string;
  readonly content: Content;
  /** Names in lower case: they are stronger than the usual ones. */
  readonly headers?: OutgoingHttpHeaders;
  /** Text goes compressed to those who can read that. */
  readonly compress?: boolean;
}

export interface Redirection {
  readonly status: number;
  /** Percent-encoded. */
  readonly location: string;
  readonly headers?: OutgoingHttpHeaders;
}

/** Browsers ask each time, and get the bytes only where they are others; no other site may embed what is here. */
const usualHeaders: OutgoingHttpHeaders = {
  "cache-control": "no-cache",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
};

export function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  if ("content" in reply) sendContent(request, response, reply);
  else if ("location" in reply) sendRedirection(response, reply);
  else sendRefusal(response, reply);
}

function sendContent(request: IncomingMessage, response: ServerResponse, sending: Sending): void {
  const { status = 200, path, content, headers, compress = false } = sending;
  const type = contentTypeOf(path);
  const { length, etag: strong } = describe(content);
  const isCompressible = compress && length >= worthCompressing && compressible.test(type);
  const isGzip = isCompressible && /\bgzip\b/.test(String(request.headers["accept-encoding"]));
  // Other bytes of the same page.
  const etag = isGzip ? `W/${strong}` : strong;
  const vary = isCompressible ? { vary: "accept-encoding" } : {};
  const all = { ...usualHeaders, "content-type": type, etag, ...vary, ...headers };
  if (status === 200 && request.headers["if-none-match"] === etag) {
    response.writeHead(304, all).end();
    return;
  }
  response.writeHead(status, { ...all, ...(isGzip ? { "content-encoding": "gzip" } : { "content-length": length }) });
  if (request.method === "HEAD") response.end();
  else if (isGzip) pipeline(streamOf(content), createGzip(), response, goneAway);
  else if ("contents" in content) response.end(content.contents);
  else pipeline(streamOf(content), response, goneAway);
}

/** Bytes from which on compression saves a packet. */
const worthCompressing = 1000;

const compressible = /^text\/|json|xml|octet-stream/;

function streamOf(content: Content): Readable {
  return "copyFrom" in content ? createReadStream(content.copyFrom) : Readable.from([content.contents]);
}

/** A reader who goes away is no error of ours. */
const goneAway = () => {};

function sendRedirection(response: ServerResponse, { status, location, headers }: Redirection): void {
  response.writeHead(status, { ...usualHeaders, ...headers, location }).end();
}

function sendRefusal(response: ServerResponse, { status, reason }: Refusal): void {
  response.writeHead(status, { ...usualHeaders, "content-type": contentTypeOf(".txt"), connection: "close" });
  response.end(`${reason}\n`);
}

/** Throws ENOENT for a file that was removed a moment ago. */
function describe(content: Content): { readonly length: number; readonly etag: string } {
  if ("contents" in content) {
    return { length: Buffer.byteLength(content.contents), etag: `"${shortHash(content.contents)}"` };
  }
  const { size, mtimeMs } = statSync(content.copyFrom);
  return { length: size, etag: `"${size}-${mtimeMs}"` };
}
