import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const POST_FILE = /\.(?:md|markdown|html?|xhtml|erb)$/i;
const run = promisify(execFile);

/**
 * @typedef {{ readonly name: string, readonly folder: string }} Source a site, or a bare folder of posts
 * @typedef {{ readonly file: string, readonly page: string | undefined }} Pair absolute paths; without a page the post is not published
 * @typedef {{ readonly pairs: readonly Pair[], readonly dispose: () => Promise<void> }} BuiltSource
 */

/** The sources under a folder: itself, or each of its folders when it holds no posts. @param {string} folder @returns {Promise<Source[]>} */
export async function findSources(folder) {
  const absolute = path.resolve(folder);
  const entries = await readdir(absolute, { withFileTypes: true });
  const isSource = (await isSite(absolute)) || entries.some((entry) => entry.isFile() && POST_FILE.test(entry.name));
  if (isSource) return [{ name: path.basename(absolute), folder: absolute }];
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => ({ name: entry.name, folder: path.join(absolute, entry.name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Builds a source as a site and pairs its posts with their pages.
 * @param {Source} source @param {string | undefined} built destination of a build that is already there
 * @returns {Promise<BuiltSource>}
 */
export async function buildSource(source, built) {
  const site = await isSite(source.folder);
  const temporary = await mkdtemp(path.join(tmpdir(), "pumice-fidelity-"));
  const root = site ? source.folder : path.join(temporary, "site");
  const destination = built === undefined ? path.join(temporary, "built") : path.resolve(built);
  if (!site) await makeSite(root, source.folder);
  if (built === undefined) await cli(["build", "-s", root, "-d", destination]);
  const listed = JSON.parse(await cli(["list", "posts", "--json", "-s", root]));
  const pages = new Map(
    listed.map((/** @type {{ source: string, output: string }} */ post) => [
      path.resolve(root, post.source),
      path.join(destination, post.output),
    ]),
  );
  const files = await postFiles(root);
  return {
    pairs: files.map((file) => ({ file, page: pages.get(file) })),
    dispose: () => rm(temporary, { recursive: true, force: true }),
  };
}

/** @param {string} folder */
async function isSite(folder) {
  return (await isFolder(path.join(folder, "posts"))) || isFolder(path.join(folder, "_posts"));
}

/** @param {string} folder */
async function isFolder(folder) {
  return stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** An empty site around a copy of the posts: a link would leave the site's folder. @param {string} root @param {string} posts */
async function makeSite(root, posts) {
  await mkdir(root, { recursive: true });
  await cp(posts, path.join(root, "posts"), { recursive: true });
  // Without a title and a language each page would be judged for what its owner has not said.
  await writeFile(path.join(root, "_config.yml"), "title: Fidelity\nurl: https://fidelity.example\n");
}

/** @param {string} root */
async function postFiles(root) {
  const folder = path.join(root, (await isFolder(path.join(root, "posts"))) ? "posts" : "_posts");
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && POST_FILE.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** @param {readonly string[]} args */
async function cli(args) {
  const { stdout } = await run(process.execPath, [CLI, ...args], { maxBuffer: 2 ** 30 });
  return stdout;
}
