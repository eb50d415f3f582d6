import type { RubyTime } from "../../lib/ruby/time.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import type { FrontMatterDefaults } from "../../model/jekyll/defaults.js";
import type { Message } from "../../model/message.js";
import type { EntryFilter } from "./entry-filter.js";

/** What every reader of a site's files needs. */
export interface Reading {
  readonly config: JekyllConfig;
  readonly filter: EntryFilter;
  readonly defaults: FrontMatterDefaults;
  /** The build's time. */
  readonly time: RubyTime;
  /** Absolute folder that collections lie in. */
  readonly collectionsFolder: string;
  readonly messages: Message[];
}
