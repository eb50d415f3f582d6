import { decodePercent } from "../lib/percent.js";
import type { Page } from "../model/page.js";
import type { CheckInput } from "./check.js";

/** What a link of the site leads to. */
export type Target =
  /** Into the web, to a mail program, or out of the site's base path: nobody here knows what is there. */
  | { readonly kind: "elsewhere" }
  | { readonly kind: "page"; readonly page: Page; readonly fragment: string }
  | { readonly kind: "file" }
  /** `similar`: a path that differs in upper and lower case only. */
  | { readonly kind: "nothing"; readonly path: string; readonly similar?: string };

export type FindTarget = (url: string, from: Page) => Target;

const elsewhere: Target = { kind: "elsewhere" };

/** Follows URLs as they are on the finished pages: site paths begin with the base path. */
export function createTargets({ site, pages, files }: Pick<CheckInput, "site" | "pages" | "files">): FindTarget {
  const { baseurl, pipeline } = site.config;
  const ownHosts = new Set(pipeline.ownHosts);
  const byPermalink = new Map(pages.map((page) => [page.permalink, page]));
  const byOutput = new Map(pages.map((page) => [page.output.normalize("NFC"), page]));
  const others = new Set(files.map((path) => path.normalize("NFC")));
  let folded: ReadonlyMap<string, string> | undefined;

  function foldOutputs(): ReadonlyMap<string, string> {
    return new Map([...byOutput.keys(), ...others].map((path) => [path.toLowerCase(), path]));
  }

  /** The path within the site, still encoded, or undefined where the URL leads out of it. */
  function sitePath(url: string, from: Page): string | undefined {
    if (/^\/(?![/\\])/.test(url)) return withoutBase(url.replace(/[?#].*$/s, ""), baseurl);
    const base = `https://site.invalid${baseurl}${from.permalink}`;
    if (!URL.canParse(url, base)) return undefined;
    const { protocol, host, pathname } = new URL(url, base);
    if (!/^https?:$/.test(protocol)) return undefined;
    return host === "site.invalid" || ownHosts.has(host) ? withoutBase(pathname, baseurl) : undefined;
  }

  function look(path: string): { readonly page?: Page } | undefined {
    const page = byPermalink.get(path);
    if (page) return { page };
    for (const file of filesOf(path)) {
      const found = byOutput.get(file);
      if (found) return { page: found };
      if (others.has(file)) return {};
    }
    return undefined;
  }

  return (url, from) => {
    const path = sitePath(url, from);
    if (path === undefined) return elsewhere;
    const found = look(path);
    if (found) return found.page ? { kind: "page", page: found.page, fragment: fragmentOf(url) } : { kind: "file" };
    folded ??= foldOutputs();
    const similar = filesOf(path)
      .map((file) => folded!.get(file.toLowerCase()))
      .find((file) => file !== undefined);
    return { kind: "nothing", path, ...(similar === undefined ? {} : { similar }) };
  };
}

function withoutBase(path: string, baseurl: string): string | undefined {
  if (baseurl === "") return path;
  if (path === baseurl) return "/";
  return path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : undefined;
}

/** The files that hosts look for. */
function filesOf(path: string): readonly string[] {
  const file = decodePercent(path).slice(1).normalize("NFC");
  if (file === "" || file.endsWith("/")) return [`${file}index.html`];
  return [file, `${file}.html`, `${file}/index.html`];
}

function fragmentOf(url: string): string {
  const start = url.indexOf("#");
  return start < 0 ? "" : decodePercent(url.slice(start + 1));
}
