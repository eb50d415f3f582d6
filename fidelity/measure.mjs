import { readFile } from "node:fs/promises";
import path from "node:path";
import { comparePost } from "./compare-post.mjs";
import { fieldOf, splitFrontMatter } from "./front-matter.mjs";

/** @import { Findings } from "./model.d.ts" */

/**
 * @typedef {{ readonly file: string, readonly findings?: Findings, readonly missing?: string, readonly unpublished?: string }} Measure
 *   one post: what was found, or why there is no page (`unpublished`: its owner wants none; `missing`: it should be there)
 */

/**
 * Measures a batch of posts; runs in a thread of its own.
 * @param {readonly { readonly file: string, readonly page: string | undefined, readonly validate: boolean }[]} posts
 * @returns {Promise<Measure[]>}
 */
export default async function measure(posts) {
  /** @type {Measure[]} */
  const measures = [];
  for (const { file, page, validate } of posts) measures.push(await measurePost(file, page, validate));
  return measures;
}

/** @param {string} file @param {string | undefined} page @param {boolean} validate @returns {Promise<Measure>} */
async function measurePost(file, page, validate) {
  const source = await readFile(file, "utf8");
  if (page === undefined) {
    const reason = reasonNotToPublish(source);
    return reason === undefined ? { file, missing: "not listed" } : { file, unpublished: reason };
  }
  const html = await readFile(page, "utf8").catch(() => undefined);
  if (html === undefined) return { file, missing: `no file ${page}` };
  return { file, findings: comparePost({ source, extension: path.extname(file), page: html, validate }) };
}

/** @param {string} source */
function reasonNotToPublish(source) {
  const { fields, body } = splitFrontMatter(source);
  if (fields.trim() === "" && body.trim() === "") return "empty file";
  if (fieldOf(fields, "published") === "false") return "published: false";
  if (fieldOf(fields, "draft") === "true") return "draft: true";
  if (/^(?:draft|private|pending)$/.test(fieldOf(fields, "status") ?? "")) return "status";
  if (fieldOf(fields, "redirect_to") !== undefined && body.trim() === "") return "redirect_to";
  return Date.parse(fieldOf(fields, "date") ?? "") > Date.now() ? "date in the future" : undefined;
}
