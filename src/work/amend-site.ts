import type { InputMark } from "../cache/build-record.js";
import type { PageKey } from "../cache/page-keys.js";
import { printSiteFeed } from "../emitters/feed.js";
import type { Engine } from "../layout/engine.js";
import { mapWithinTime, TIME_LIMIT } from "../lib/time-limit.js";
import type { BuildOptions, BuildResult } from "../model/build.js";
import type { Config } from "../model/config.js";
import { UserError } from "../model/message.js";
import type { Output } from "../model/output.js";
import { exchangeRemovals } from "../model/removals.js";
import type { SitePost } from "../model/site.js";
import { lookAtDestination } from "../writer/altered.js";
import { acquireLock } from "../writer/lock.js";
import { readManifest, sizeOfSite } from "../writer/manifest.js";
import { openPlace, openStateFolder, type Place } from "../writer/place.js";
import { publish } from "../writer/publish.js";
import { clearStage, createStager, type StagedFile } from "../writer/stage.js";
import { type Clock, startClock } from "./clock.js";
import { type EditedPost, readEditedPosts } from "./edited-posts.js";
import { engineOptionsWith } from "./engine-options.js";
import { type KnownPages, openKnownPages } from "./known-pages.js";
import { openEngine, pageHtml } from "./page-html.js";
import { describePage } from "./page-key.js";
import { recordAmended } from "./record-build.js";
import { type StagedSearch, stageChangedTexts } from "./search-index.js";
import { readSiteNotes, type SiteNotes, writeSiteNotes } from "./site-notes.js";
import { makerOf } from "./site-store.js";
import { type Edits, isLastPublished, resultOf } from "./standing-site.js";
import { type FedPost, wholeHtml } from "./whole-html.js";

/*
 * The short way for a build of which only the texts of some posts are other than in the last one, and nothing else of the site
 * knows more of them than it did. Then the model of the site is the same, and need not be made: the pages of these posts, the
 * feeds that hold them and their terms in the search are all that follows. Any doubt is answered by building.
 */

/** Amends a site by edits; nothing where they may concern more than the texts, and nothing was written then. */
export async function amendSite(options: BuildOptions, edits: Edits): Promise<BuildResult | undefined> {
  const clock = startClock();
  const { config } = edits.record;
  const state = openStateFolder(config.source);
  const unlock = await acquireLock(state);
  try {
    const place = openPlace(state, config.source, config.destination);
    const known = openSite(place, edits);
    clock.lap("open");
    const posts = known && (await readEditedPosts(edits, known.pages));
    clock.lap("read");
    const staged = posts && (await stageAmendment(posts, known, config, place, clock));
    return staged && finish(staged, posts, known, { options, edits, state, place, clock });
  } finally {
    unlock();
  }
}

interface KnownSite {
  readonly notes: SiteNotes;
  readonly pages: KnownPages;
}

/** What the last build left of the site; nothing where that is not the one that was recorded. */
function openSite(place: Place, { record }: Edits): KnownSite | undefined {
  const notes = readSiteNotes(place);
  if (notes?.build !== record.notes || !isLastPublished(record.manifestChecksum, place)) return undefined;
  const pages = openKnownPages(place, { manifest: readManifest(place.manifest), altered: new Set() });
  const { site } = pages.keys;
  return site.posts === notes.site.posts && site.others === notes.site.others ? { notes, pages } : undefined;
}

interface StagedAmendment {
  readonly files: readonly StagedFile[];
  readonly keys: ReadonlyMap<string, Omit<PageKey, "checksum">>;
  /** As the feeds hold them now; nothing where they hold the same as before. */
  readonly fed: readonly FedPost[] | undefined;
  readonly search: StagedSearch;
}

async function stageAmendment(
  posts: readonly EditedPost[],
  { notes, pages }: KnownSite,
  config: Config,
  place: Place,
  clock: Clock,
): Promise<StagedAmendment | undefined> {
  const destination = lookAtDestination(place);
  if (destination.altered.size > 0) return undefined;
  clearStage(place);
  const stage = createStager(place);
  const options = engineOptionsWith(notes.globals, config);
  const engine = openEngine(options);
  const rendered = renderAll(posts, engine, config);
  if (!rendered) return undefined;
  const setup = { maker: makerOf(config), lang: config.lang, engine: options };
  const keys = posts.map(({ page, packed, post }): [string, Omit<PageKey, "checksum">] => {
    const { key, text } = describePage({ page, body: packed, post: packed }, engine, setup);
    return [page.output, { key, posts: post.hash, text: pages.keep(text!) }];
  });
  const files = rendered.map(stage);
  clock.lap("render");
  const fed = feedAgain(notes.fed, posts);
  // A page of the owner's may lie where a feed would.
  const feeds = fed ? printFeeds(fed, config).filter(({ path }) => !pages.keys.pages.has(path)) : [];
  files.push(...feeds.map(stage));
  clock.lap("emit");
  const texts = new Map(posts.map(({ post, html }) => [post.path, { key: post.hash, title: post.title, html }]));
  const search = config.search ? await stageChangedTexts(texts, { place, destination }) : noSearch;
  clock.lap("search");
  return search && { files: [...files, ...search.staged], keys: new Map(keys), fed, search };
}

const noSearch: StagedSearch = { staged: [], kept: [], remember: () => {} };

/** Nothing where a page cannot be rendered: the build tells why. */
function renderAll(posts: readonly EditedPost[], engine: Engine, { lang }: Config): readonly Output[] | undefined {
  const render = ({ page, html }: EditedPost): Output | undefined => {
    try {
      return { path: page.output, contents: pageHtml(engine, page, html, lang) };
    } catch (error) {
      if (error instanceof UserError) return undefined;
      throw error;
    }
  };
  const rendered = mapWithinTime(posts, TIME_LIMIT, render, () => undefined);
  const whole = rendered.filter((output) => output !== undefined);
  return whole.length === posts.length ? whole : undefined;
}

/** The posts in the feeds with their new texts; nothing where none has one. */
function feedAgain(fed: readonly FedPost[], posts: readonly EditedPost[]): readonly FedPost[] | undefined {
  const texts = new Map(posts.map(({ post, html }) => [post.path, html]));
  if (!fed.some(({ sitePost }) => texts.has(sitePost.post.path))) return undefined;
  return fed.map((one) => ({ ...one, html: texts.get(one.sitePost.post.path) ?? one.html }));
}

function printFeeds(fed: readonly FedPost[], config: Config): readonly Output[] {
  const posts = new Map(fed.map((one) => [one.sitePost, one]));
  const postHtml = (sitePost: SitePost) => wholeHtml(posts.get(sitePost)!, config);
  return printSiteFeed([...posts.keys()], { site: { config }, postHtml });
}

interface Amended {
  readonly options: BuildOptions;
  readonly edits: Edits;
  readonly state: string;
  readonly place: Place;
  readonly clock: Clock;
}

/** Publishes, and leaves word of it for the next build. */
function finish(
  { files, keys, fed, search }: StagedAmendment,
  posts: readonly EditedPost[],
  { notes, pages }: KnownSite,
  { options, edits, state, place, clock }: Amended,
): BuildResult {
  const isStaged = new Set(files.map(({ path }) => path));
  const kept = [...readManifest(place.manifest).files.keys()].filter((path) => !isStaged.has(path));
  const written = publish(place, { staged: files, kept });
  const { site, layouts } = pages.keys;
  pages.remember({ site, layouts, pages: new Map([...pages.keys.pages, ...keys]) });
  search.remember();
  if (fed) writeSiteNotes(place, { ...notes, fed });
  const { record } = edits;
  const counts = { ...record.counts, ...sizeOfSite(place.manifest) };
  const removals = posts.reduce(
    (sums, { former, packed }) => exchangeRemovals(sums, former.removals, packed.removals),
    record.removals,
  );
  const marks = marksOf(posts, edits);
  const amended = recordAmended(state, place, options, edits, { marks, counts, removals });
  clock.lap("write");
  return resultOf(amended, clock, options, written, slowestFirst(posts));
}

function marksOf(posts: readonly EditedPost[], edits: Edits): ReadonlyMap<string, InputMark> {
  const hashes = new Map(posts.map(({ post, contentHash }) => [post.path, contentHash]));
  return new Map(
    edits.posts.map(({ path, size, modified }) => [path, { size, modified, contentHash: hashes.get(path)! }]),
  );
}

function slowestFirst(posts: readonly EditedPost[]) {
  return posts
    .map(({ post: { path }, milliseconds }) => ({ path, milliseconds }))
    .sort((a, b) => b.milliseconds - a.milliseconds);
}
