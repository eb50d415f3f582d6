import { eachByHost } from "../../lib/each-by-host.js";
import type { Config } from "../../model/config.js";
import type { Finding } from "../../model/finding.js";
import type { CheckInput } from "../check.js";
import { findingOf, type Occurrence } from "../finding-of.js";
import { tagsOf } from "../finished-html.js";
import { openAnswers } from "./answers.js";
import { type Answer, ask } from "./ask.js";

/**
 * Asks the hosts that links lead to. `file` keeps the answers for the next time: what is there for a month, what is gone for
 * a day.
 */
export async function checkExternalLinks(
  input: CheckInput,
  file: string,
  onProgress: (done: number, total: number) => void,
): Promise<readonly Finding[]> {
  const { externalLinks, pipeline } = input.site.config;
  const links = collectLinks(input, new Set(pipeline.ownHosts), externalLinks);
  const wanted = new Set([...links.values()].flat());
  const known = openAnswers(file, input.now);
  const answers = new Map<string, Answer>();
  const add = (url: string, answer: Answer) => {
    answers.set(url, answer);
    onProgress(answers.size, wanted.size);
  };
  for (const url of wanted) {
    const answer = known.find(url);
    if (answer) add(url, answer);
  }
  const toAsk = [...wanted].filter((url) => !answers.has(url));
  try {
    await eachByHost(toAsk, async (url) => {
      const answer = await ask(url, externalLinks);
      known.add(url, answer);
      add(url, answer);
    });
  } finally {
    known.save();
  }
  return [...links].flatMap(([path, urls]) => findingsOf(path, urls, answers));
}

/** By the path of the post: addresses without their fragments. */
function collectLinks(
  { site, bodyOf }: CheckInput,
  ownHosts: ReadonlySet<string>,
  { ignore }: Config["externalLinks"],
): ReadonlyMap<string, readonly string[]> {
  const links = new Map<string, readonly string[]>();
  for (const { post } of site.posts) {
    const urls = tagsOf(bodyOf(post.path), ["a"], post.urls).flatMap(({ attributes }) => {
      const href = (attributes.get("href") ?? "").replace(/^\/\//, "https://").replace(/#.*$/s, "");
      if (!/^https?:/i.test(href) || !URL.canParse(href)) return [];
      const { host, hostname } = new URL(href);
      return ownHosts.has(host) || ignore.some((entry) => isIgnored(href, hostname, entry)) ? [] : [href];
    });
    if (urls.length > 0) links.set(post.path, [...new Set(urls)]);
  }
  return links;
}

/** An entry is a host, its subdomains included, or the beginning of addresses. */
export function isIgnored(url: string, host: string, entry: string): boolean {
  return entry.includes("/") ? url.startsWith(entry) : host === entry || host.endsWith(`.${entry}`);
}

function findingsOf(path: string, urls: readonly string[], answers: ReadonlyMap<string, Answer>): readonly Finding[] {
  const places = (state: Answer["state"]): readonly Occurrence[] =>
    urls.filter((url) => answers.get(url)?.state === state).map((written) => ({ written }));
  const why = (state: Answer["state"]): string => {
    const reasons = urls
      .map((url) => answers.get(url))
      .flatMap((answer) => (answer?.state === state && "why" in answer ? answer.why : []));
    return [...new Set(reasons)].slice(0, 3).join(", ");
  };
  return [
    ...findingOf("broken-external-link", path, places("gone"), {
      one: `A page that the post links to is gone (${why("gone")})`,
      many: (count) => `${count} pages that the post links to are gone (${why("gone")})`,
      note: "Link to its copy in a web archive, or drop the link",
    }),
    ...findingOf("unclear-external-link", path, places("unclear"), {
      one: `A link could not be checked (${why("unclear")})`,
      many: (count) => `${count} links could not be checked (${why("unclear")})`,
      note: "Open it in a browser; `external_links: ignore:` in the config leaves a host out",
      severity: "info",
    }),
  ];
}
