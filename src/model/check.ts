import type { BuildOptions } from "./build.js";
import type { MendedFile } from "./mend.js";
import type { Message } from "./message.js";

export interface CheckOptions extends BuildOptions {
  /** Repair the front matter of posts first. */
  readonly fix?: boolean;
  /** Ask other hosts whether what links lead to is there. */
  readonly external?: boolean;
  /** Addresses of an earlier state of the site: those that are gone are told. */
  readonly publishedUrls?: readonly string[];
}

export interface CheckResult {
  /** Absolute path of the site's folder. */
  readonly source: string;
  readonly messages: readonly Message[];
  /** Files whose front matter was mended before the check. */
  readonly mended: readonly MendedFile[];
  readonly posts: number;
  readonly pages: number;
  readonly milliseconds: number;
}
