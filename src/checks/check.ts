import type { Message } from "../model/message.js";
import type { Page } from "../model/page.js";
import type { Site } from "../model/site.js";

/** Looks at the finished model and tells what is wrong with it. */
export interface Check {
  readonly name: string;
  readonly run: (site: Site, pages: readonly Page[]) => readonly Message[];
}
