import { parseWebUrl } from "../../html/urls.js";
import { type EmbedForm, type EmbedHost, embedHosts } from "./hosts.js";

/** What a frame shows. */
export interface Embed {
  /** The host's key, or the name of a host that we do not know. */
  readonly key: string;
  readonly host?: EmbedHost;
  /** Where a reader sees the same: a web address, whole. */
  readonly page: string;
  /** A frame that may be loaded once a reader asks for it. Only of hosts that we know. */
  readonly player?: string;
}

/** Frames of these show what another address of theirs shows, in a parameter. */
const wrappers: readonly (readonly [host: RegExp, parameter: string])[] = [
  [/^(?:cdn|i)\.embedly\.com$/, "url"],
  [/(?:^|\.)iframe\.ly$|^iframely\.net$/, "url"],
  [/^w\.soundcloud\.com$|^player\.soundcloud\.com$/, "url"],
  [/^(?:www\.)?facebook\.com$/, "href"],
  [/^(?:www\.)?mixcloud\.com$/, "feed"],
];

/** What a web address shows, or undefined for what is no address of the web. */
export function recogniseEmbed(address: string): Embed | undefined {
  const url = parseWebUrl(address);
  if (!url) return undefined;
  const wrapped = wrappedAddress(url);
  if (wrapped) return recogniseEmbed(wrapped);
  return recogniseKnown(url) ?? { key: url.host, page: asWritten(address, url) };
}

/** Only of hosts in the table. */
export function recogniseKnown(url: URL): Embed | undefined {
  const address = `${url.host.toLowerCase().replace(/^(?:www|m)\./, "")}${url.pathname}${url.search}`;
  for (const host of embedHosts) {
    for (const form of host.forms) {
      const found = form[0].exec(address);
      if (found) return embedOf(host, form, found, url.href);
    }
  }
  return undefined;
}

export function isEmbedHost(key: string): boolean {
  return embedHosts.some((host) => host.key === key);
}

/** What the tag of a generator shows that has nothing but a host's name and an id. */
export function pageOfId(key: string, id: string): string | undefined {
  const page = embedHosts.find((host) => host.key === key)?.forms[0]?.[1];
  // A page that is made of two things is not told by one.
  return page && !page.includes("$2") ? page.replace("$1", encodeURIComponent(id)) : undefined;
}

function embedOf(host: EmbedHost, [, page, player]: EmbedForm, found: RegExpExecArray, address: string): Embed {
  const fill = (template: string): string => template.replace(/\$(\d)/g, (_, index: string) => found[Number(index)]!);
  return {
    key: host.key,
    host,
    page: page ? fill(page) : address,
    ...(player ? { player: fill(player) } : {}),
  };
}

/** `api.soundcloud.com` and its like are no pages: then the frame itself is the best that there is. */
function wrappedAddress(url: URL): string | undefined {
  const parameter = wrappers.find(([host]) => host.test(url.hostname))?.[1];
  const target = parameter && url.searchParams.get(parameter);
  if (!target) return undefined;
  const inner = parseWebUrl(target);
  return inner && !/^api\./.test(inner.host) && inner.href !== url.href ? target : undefined;
}

/** Unknown addresses stay as the author spelled them. */
function asWritten(address: string, { href }: URL): string {
  const trimmed = address.trim();
  return /^https?:/i.test(trimmed) ? trimmed : trimmed.startsWith("//") ? `https:${trimmed}` : href;
}
