import { imageKind } from "../../lib/image-kind.js";
import { failureOf, openRequest } from "../../lib/public-network.js";
import type { ExternalLinks } from "../../model/config.js";

export type FetchedImage =
  | { readonly bytes: Buffer; readonly extension: string }
  /** `isTired`: the host wants to be left alone for now. */
  | { readonly why: string; readonly isTired: boolean };

const mostRedirects = 5;
/** Larger ones are no pictures of an article. */
const mostBytes = 30_000_000;

/** Fetches a picture from the web; follows redirects. Never throws. */
export async function fetchImage(url: string, options: ExternalLinks): Promise<FetchedImage> {
  let current = url;
  for (let count = 0; count <= mostRedirects; count += 1) {
    const reply = await get(current, options);
    if ("why" in reply) return { ...reply, isTired: false };
    const { status, location, bytes } = reply;
    if (location !== undefined) {
      if (!URL.canParse(location, current)) return { why: "a redirect to no address", isTired: false };
      current = new URL(location, current).href;
    } else if (status !== 200) return { why: `status ${status}`, isTired: status === 429 || status === 503 };
    else return known(bytes);
  }
  return { why: `more than ${mostRedirects} redirects`, isTired: false };
}

function known(bytes: Buffer): FetchedImage {
  const kind = imageKind(bytes);
  if (kind === "svg") return { why: "an SVG, which may hold scripts: look at it and save it yourself", isTired: false };
  return kind ? { bytes, extension: kind } : { why: "what came is no picture", isTired: false };
}

type Reply = { readonly status: number; readonly location?: string; readonly bytes: Buffer } | { readonly why: string };

async function get(address: string, options: ExternalLinks): Promise<Reply> {
  const headers = { "user-agent": "Mozilla/5.0 (compatible; Pumice image import)", accept: "image/*,*/*;q=0.5" };
  // A picture may take longer than a head, but not for ever.
  const request = openRequest(address, { ...options, headers, timeout: options.timeout * 6 });
  if (typeof request === "string") return { why: request };
  return new Promise((resolve) => {
    request.on("response", (response) => {
      const { statusCode: status = 0, headers } = response;
      const { location } = headers;
      if (status !== 200) {
        // The body is not wanted.
        request.destroy();
        resolve({ status, ...(status >= 300 && status < 400 && location ? { location } : {}), bytes: Buffer.alloc(0) });
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > mostBytes) request.destroy(new Error(`more than ${mostBytes / 1_000_000} MB`));
      });
      response.on("end", () => resolve({ status, bytes: Buffer.concat(chunks) }));
      response.on("error", (error) => resolve({ why: failureOf(error) }));
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      // The host had closed the connection of an earlier picture.
      const isStale = request.reusedSocket && error.code === "ECONNRESET";
      resolve(isStale ? get(address, options) : { why: failureOf(error) });
    });
    request.end();
  });
}
