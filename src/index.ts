/*
 * What other programs may use of Pumice.
 */

export type { Check } from "./checks/check.js";
export { type CleanHtml, type CleanHtmlOptions, cleanHtml } from "./clean-html.js";
export { defineConfig } from "./define-config.js";
export type { Emitter } from "./emitters/emitter.js";
export { build, loadSite } from "./engine.js";
export { REMOVE, UNWRAP } from "./html/walk.js";
export type { BuildOptions, BuildResult, LoadedSite, Skipped, Written } from "./model/build.js";
export type { Config } from "./model/config.js";
export type { Finding } from "./model/finding.js";
export { type Message, type Severity, UserError } from "./model/message.js";
export type { Page } from "./model/page.js";
export type { Change, Heading, Post } from "./model/post.js";
export type { Site } from "./model/site.js";
export type { PageKind } from "./pages/page-kind.js";
export type { Cleanup } from "./pipeline/cleanup.js";
export type { Step } from "./pipeline/step.js";
