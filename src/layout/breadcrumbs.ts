import type { Page } from "../model/page.js";
import { interfaceText } from "./strings/index.js";

/** A page above another one. */
export interface Breadcrumb {
  readonly title: string;
  /** Site path without the base path. */
  readonly url: string;
}

/** The pages above a page, the home page first; none for the home page itself and for what stands nowhere. */
export function breadcrumbs({ kind, data }: Page, lang: string): readonly Breadcrumb[] {
  if (kind === "home" || kind === "not-found" || kind === "redirect") return [];
  return [{ title: interfaceText(lang, "home"), url: "/" }, ...parentOf(kind, data, lang)];
}

function parentOf(kind: Page["kind"], data: Page["data"], lang: string): readonly Breadcrumb[] {
  if (kind === "post")
    return (data.categories as { name: string; url: string }[] | undefined)?.slice(0, 1).map(toCrumb) ?? [];
  if (kind === "term" && typeof data.taxonomy_url === "string")
    return [{ title: interfaceText(lang, String(data.taxonomy)), url: data.taxonomy_url }];
  if (kind === "archive" && data.year !== undefined)
    return [{ title: interfaceText(lang, "archive"), url: "/archive/" }];
  return [];
}

function toCrumb({ name, url }: { readonly name: string; readonly url: string }): Breadcrumb {
  return { title: name, url };
}
