import { absoluteUrl } from "../../layout/jekyll/filters/urls.js";
import { printed } from "../../layout/jekyll/values.js";
import type { Hash } from "../../lib/ruby/hash.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { SeoFacts } from "./seo-tag.js";

const authorTypes: readonly unknown[] = ["Organization", "Person"];

/** The JSON-LD of a page after schema.org, its keys in order; what there is not is left out. */
export function structuredData(
  facts: SeoFacts,
  config: JekyllConfig,
  read: (name: string) => unknown,
  plain: (value: unknown) => string | undefined,
): Hash {
  const ofPage = hashOf(read("seo"));
  const ofSite = hashOf(config.values.social);
  const type = ofPage.type ?? (facts.isHome ? "WebSite" : facts.published ? "BlogPosting" : "WebPage");
  const homeName = facts.isHome ? (plain(ofSite.name) ?? facts.siteTitle) : undefined;
  const data: Hash = {
    "@context": "https://schema.org",
    "@type": type,
    author: authorOf(facts.author),
    dateModified: facts.modified,
    datePublished: facts.published,
    description: facts.description,
    headline: facts.pageTitle,
    image: imageOf(facts.image),
    mainEntityOfPage:
      type === "BlogPosting" || type === "CreativeWork" ? { "@type": "WebPage", "@id": facts.canonical } : undefined,
    name: ofPage.name ? plain(ofPage.name) : homeName,
    publisher: publisherOf(config, facts.author),
    sameAs: ofPage.links ?? (facts.isHome ? ofSite.links : undefined),
    url: facts.canonical,
  };
  return Object.fromEntries(Object.entries(data).filter(([, value]) => (value ?? null) !== null));
}

const hashOf = (value: unknown): Hash => (isPlainHash(value) ? value : {});

function authorOf({ name, type, url }: Hash): Hash | undefined {
  if (!name || (type && !authorTypes.includes(type))) return undefined;
  return { "@type": type ?? "Person", name, ...(url ? { url } : {}) };
}

function imageOf(image: Hash | undefined): unknown {
  if (!image) return undefined;
  const { path, ...others } = image;
  return Object.keys(others).length === 0 ? path : { ...others, url: path, "@type": "imageObject" };
}

function publisherOf(config: JekyllConfig, { name }: Hash): Hash | undefined {
  if (!config.values.logo) return undefined;
  const url = encodeURI(absoluteUrl(printed(config.values.logo), config));
  return { "@type": "Organization", logo: { "@type": "ImageObject", url }, ...(name ? { name } : {}) };
}
