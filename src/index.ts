/*
 * What other programs may use of Pumice.
 */

export { type CleanHtml, type CleanHtmlOptions, cleanHtml } from "./clean-html.js";
export { build, loadSite } from "./engine.js";
export type { BuildOptions, BuildResult, LoadedSite, Skipped, Written } from "./model/build.js";
export type { Config } from "./model/config.js";
export { type Message, type Severity, UserError } from "./model/message.js";
export type { Page } from "./model/page.js";
export type { Change, Heading, Post } from "./model/post.js";
export type { Site } from "./model/site.js";
