import { parseWebUrl } from "../html/urls.js";
import type { PipelineOptions } from "../model/config.js";
import type { Cover, FrontMatter } from "../model/front-matter.js";

/** The first picture of the front matter that is the post's own: services of random pictures show no content. */
export function chooseCover(frontMatter: FrontMatter, options: PipelineOptions): Cover | undefined {
  return frontMatter.covers.find((cover) => !isRandom(cover.src, options.randomImageHosts));
}

function isRandom(src: string, hosts: readonly string[]): boolean {
  const url = parseWebUrl(src);
  if (!url) return false;
  const host = url.host.toLowerCase();
  if (hosts.some((random) => host === random || host.endsWith(`.${random}`))) return true;
  return randomPath.test(url.pathname) || /[?&](?:rand|random)(?:[=&]|$)/i.test(url.search);
}

/** A program that is called after chance: `/rand.php`, `/random_img`, `/api/random`. */
const randomPath = /\/(?:rand(?:om)?(?:[-_]?(?:img|image|pic|bg|cover|wallpaper)s?)?)(?:\.php|\.jsp|\.aspx)?\/?$/i;
