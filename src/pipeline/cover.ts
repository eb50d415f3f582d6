import { parseWebUrl } from "../html/urls.js";
import type { PipelineOptions } from "../model/config.js";
import type { Cover, FrontMatter } from "../model/front-matter.js";

/** The first picture of the front matter that is the post's own: services of random pictures show no content. */
export function chooseCover(frontMatter: FrontMatter, options: PipelineOptions): Cover | undefined {
  return frontMatter.covers.find((cover) => !isRandom(cover.src, options.randomImageHosts));
}

function isRandom(src: string, hosts: readonly string[]): boolean {
  const host = parseWebUrl(src)?.host.toLowerCase();
  return host !== undefined && hosts.some((random) => host === random || host.endsWith(`.${random}`));
}
