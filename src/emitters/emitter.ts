import type { Message } from "../model/message.js";
import type { Output } from "../model/output.js";
import type { Page } from "../model/page.js";
import type { Site, SitePost } from "../model/site.js";

/** Makes files that are no pages: feeds, sitemap and the like. */
export interface Emitter {
  readonly name: string;
  readonly emit: (input: EmitterInput) => Emitted;
}

export interface EmitterInput {
  readonly site: Site;
  readonly pages: readonly Page[];
  /** Site paths of the assets by their names: `theme.css` → `/assets/theme-1a2b3c4d.css`. */
  readonly assets: Readonly<Record<string, string>>;
  /** A post's finished HTML, its URLs whole, as far as the site's own URL is known. */
  readonly postHtml: (post: SitePost) => string;
}

export interface Emitted {
  readonly outputs: readonly Output[];
  readonly messages?: readonly Message[];
}
