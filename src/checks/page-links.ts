import type { Page } from "../model/page.js";
import type { Occurrence } from "./finding-of.js";

export interface PageLink extends Occurrence {
  /** As on the finished page; empty where it was to name a post that is not there. */
  readonly url: string;
  readonly use: "link" | "image";
}

/** The local links of a post, or of an owner's page as far as they are written out in its source. */
export function linksOfPage({ body }: Page): readonly PageLink[] {
  if (body.type === "post") {
    return body.post.urls.map(({ url, use }, index) => ({
      url: body.urls[index] ?? url,
      use,
      written: url.replace(/^pumice-post:/, ""),
    }));
  }
  return body.type === "source" ? linksOfSource(body.text) : [];
}

const written =
  /<(a|img)\s[^<>]{0,2000}?(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')|(!?)\[[^[\]\n]{0,500}\]\(([^\s()]+)(?:\s+"[^"\n]*")?\)/gi;

/** What Liquid computes is not known before the page is rendered. */
function linksOfSource(text: string): readonly PageLink[] {
  const prose = text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1/gm, "").replace(/`[^`\n]+`|<!--[\s\S]*?-->/g, "");
  return [...prose.matchAll(written)].flatMap(([, tag, double, single, bang, markdown]): PageLink[] => {
    const url = (double ?? single ?? markdown ?? "").replaceAll("&amp;", "&").trim();
    if (url === "" || url.startsWith("#") || /\{[{%]/.test(url)) return [];
    const use = tag?.toLowerCase() === "img" || bang === "!" ? "image" : "link";
    return [{ url, use, written: url }];
  });
}
