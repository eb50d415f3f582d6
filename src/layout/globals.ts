/** What every layout can read besides its page. Plain data, so that it can be handed to a worker. */
export interface SiteGlobals {
  /** `site` in layouts: `title`, `menu`, `data` … and the keys of the configuration that Pumice does not know. */
  readonly site: SiteVariables;
  /** Published site paths of assets by their name in `assets/`: `theme.css` → `/assets/theme-1a2b3c4d.css`. */
  readonly assets: Readonly<Record<string, string>>;
}

export interface SiteVariables extends Readonly<Record<string, unknown>> {
  /** Origin without a slash at the end, or empty. */
  readonly url: string;
  /** Empty, or `/blog`. */
  readonly baseurl: string;
  /** BCP 47 tag: language of the interface and of dates. */
  readonly lang: string;
  /** IANA name. */
  readonly timezone: string;
}
