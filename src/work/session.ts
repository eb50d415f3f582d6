import { loadConfig } from "../config/load.js";
import type { BuildOptions, Progress } from "../model/build.js";
import type { Config } from "../model/config.js";
import { type Message, UserError } from "../model/message.js";
import type { Post } from "../model/post.js";
import { whySkipped } from "../model/publishing.js";
import { replacePosts } from "../model/replace-posts.js";
import type { Site } from "../model/site.js";
import { type Inputs, siteOf } from "./inputs.js";
import { type Hints, type LiveSources, openLiveSources, type SourceChanges } from "./live-sources.js";
import { loadOwnParts } from "./own-parts.js";
import { createPools } from "./pools.js";
import { createPresentation, type Presentation } from "./presentation.js";

/** A site in memory, brought up to date as its files change. Nothing is rendered before somebody asks for it. */
export interface Session {
  readonly config: () => Config;
  readonly presentation: () => Presentation;
  /** Takes in what changed and returns the sources that did. Calls must not overlap. */
  readonly refresh: (hints: Hints) => Promise<readonly string[]>;
  /** The errors that are known without a look at every page. */
  readonly errors: () => readonly Message[];
  /** What there is to say without a look at every page. */
  readonly messages: () => readonly Message[];
  /** All that a build would say but for what only rendering finds. Makes all pages. */
  readonly examine: () => readonly Message[];
  readonly close: () => Promise<void>;
}

/** Reads the site. Throws a `UserError` for a configuration that is wrong from the beginning. */
export async function openSession(
  options: BuildOptions,
  onProgress: (event: Progress) => void = () => {},
): Promise<Session> {
  const pools = createPools();
  let loaded = loadConfig(options);
  await loadOwnParts(loaded.config.pipeline.ownCode);
  let configErrors: readonly Message[] = [];
  let sources = await openLiveSources(loaded.config, pools, onProgress);
  let presentation = present(sources, loaded.config);

  /** `true` where the configuration is another than before; a broken one leaves the former standing. */
  async function reloadConfig(): Promise<boolean> {
    try {
      const next = loadConfig(options);
      await loadOwnParts(next.config.pipeline.ownCode);
      configErrors = [];
      if (JSON.stringify(next.config) === JSON.stringify(loaded.config)) return false;
      loaded = next;
      return true;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      configErrors = error.messages;
      return false;
    }
  }

  function messages(): readonly Message[] {
    return [...loaded.messages, ...configErrors, ...sources.messages(), ...presentation.site.messages];
  }

  const isConfig = (path: string) => isConfigName(path) || loaded.files.some((file) => file.endsWith(`/${path}`));

  return {
    config: () => loaded.config,
    presentation: () => presentation,
    errors: () => [...configErrors, ...sources.errors(), ...presentation.site.messages.filter(isError)],
    messages,
    examine: () => [...messages(), ...presentation.examine()],
    async refresh(hints) {
      if ((hints === "all" || [...hints].some(isConfig)) && (await reloadConfig())) {
        sources = await openLiveSources(loaded.config, pools, onProgress);
        presentation = present(sources, loaded.config);
        return loaded.files.map((file) => file.slice(loaded.config.source.length + 1));
      }
      const contents = hints === "all" ? hints : new Set([...hints].filter((path) => !isConfig(path)));
      if (contents !== "all" && contents.size === 0) return [];
      const changes = await sources.refresh(contents);
      presentation = update(presentation, changes, sources, loaded.config);
      return changes.paths;
    },
    close: () => pools.close(),
  };
}

const isConfigName = (path: string) => /^(?:_config\.ya?ml|pumice\.config\.[cm]?[jt]s)$/.test(path);

const isError = ({ severity }: Message) => severity === "error";

function present(sources: LiveSources, config: Config, previous?: Presentation): Presentation {
  const { site, skipped } = siteOf(sources.inputs(), config, Date.now(), previous?.site);
  return createPresentation({ site, skipped, assets: sources.assets(), body: sources.body }, previous);
}

function update(before: Presentation, changes: SourceChanges, sources: LiveSources, config: Config): Presentation {
  const previous = changes.templates ? before.withoutTemplates() : before;
  const isSmall =
    !changes.others &&
    !changes.posts.others &&
    arePublished(changes.posts.replaced.values(), config) &&
    hasSamePictures(sources.inputs(), before.site);
  const site = isSmall ? replacePosts(before.site, changes.posts.replaced) : undefined;
  if (!site) return present(sources, config, previous);
  return createPresentation({ site, skipped: before.skipped, assets: sources.assets(), body: sources.body }, previous);
}

const hasSamePictures = (next: Inputs, { pictures, cards }: Site) => next.pictures === pictures && next.cards === cards;

function arePublished(posts: Iterable<Post>, config: Config): boolean {
  const now = Date.now();
  return [...posts].every((post) => whySkipped(post, config, now) === undefined);
}
