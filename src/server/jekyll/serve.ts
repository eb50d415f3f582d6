import { relative } from "node:path";
import { loadJekyllConfig } from "../../config/jekyll.js";
import type { BuildOptions } from "../../model/build.js";
import type { JekyllConfig } from "../../model/jekyll/config.js";
import { type Message, UserError } from "../../model/message.js";
import { startClock } from "../../work/clock.js";
import { outputsOf } from "../../work/jekyll/outputs.js";
import { renderJekyllSite } from "../../work/jekyll/rendered-site.js";
import { createHandler } from "../dev-handler.js";
import { createEventStream } from "../event-stream.js";
import { listen } from "../listen.js";
import { createRefreshQueue } from "../refresh-queue.js";
import type { DevOptions } from "../serve.js";
import { isSourceBesides } from "../source-paths.js";
import { watchSources } from "../watch.js";
import { createRenderedSite, type Rendered } from "./rendered-site.js";

/** What was rendered last. */
export interface Rendering {
  readonly config: JekyllConfig;
  readonly messages: readonly Message[];
  readonly posts: number;
  readonly milliseconds: number;
}

export interface JekyllServerOptions extends DevOptions {
  /** Folders are listed although they have an index: `show_dir_listing` in the configuration. */
  readonly showsFolders?: boolean;
}

export interface JekyllServer {
  readonly port: number;
  /** The path under which the site lives: empty, or `/blog`. */
  readonly baseurl: () => string;
  readonly last: () => Rendering;
  /** Renders the site anew, whether somebody told of a change or not. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Serves a site of Jekyll's shape and renders it anew, whole, when one of its files changes. Nothing is written to its
 * destination. Throws a `UserError` where the site cannot be read at the start.
 */
export async function startJekyllServer(options: JekyllServerOptions): Promise<JekyllServer> {
  const { onChange = () => {}, onError = () => {} } = options;
  const events = createEventStream((path) => site.stateOf(path));
  const site = createRenderedSite(
    () => shown,
    () => options.showsFolders === true || last.config.values.show_dir_listing === true,
  );

  async function refresh(paths: readonly string[]): Promise<void> {
    try {
      last = render(options.site, origin);
      const problems = problemsOf(last.messages);
      shown = problems.length > 0 ? { ...shown, problems } : { ...last, problems };
      onChange({ paths, milliseconds: last.milliseconds, errors: problems });
    } catch (error) {
      if (!(error instanceof UserError)) onError(error);
      else {
        shown = { ...shown, problems: error.messages };
        onChange({ paths, milliseconds: 0, errors: error.messages });
      }
    }
    events.push();
  }

  const queue = createRefreshQueue((hints) => refresh(hints === "all" ? ["files"] : [...hints]));
  const baseurl = () => `/${last.config.baseurl}`.replace(/\/+/g, "/").replace(/\/$/, "");
  const handler = createHandler({ baseurl, site, events, queue, host: options.host, onError });
  const { server, port } = await listen(handler, options.host, options.port);
  const origin = `http://localhost:${port}`;
  let last: ReturnType<typeof render>;
  try {
    last = render(options.site, origin);
  } catch (error) {
    server.close();
    throw error;
  }
  let shown: Rendered = { ...last, problems: problemsOf(last.messages) };
  const { source, destination } = last.config;
  const output = relative(source, destination).replaceAll("\\", "/");
  const watching =
    options.watch === false
      ? undefined
      : watchSources({
          root: source,
          isSource: (path) => isSourceBesides(path, output),
          polling: options.polling === true,
          onChange: queue.add,
          onError,
        });
  return {
    port,
    baseurl,
    last: () => last,
    async refresh() {
      queue.add("all");
      await queue.settled();
    },
    async close() {
      server.close();
      server.closeAllConnections();
      watching?.close();
      events.close();
      await queue.settled();
    },
  };
}

function render(options: BuildOptions, origin: string): Rendering & Omit<Rendered, "problems"> {
  const clock = startClock();
  const config = withOrigin(loadJekyllConfig(options), origin);
  const { site, messages } = renderJekyllSite(config, options, clock);
  return {
    config,
    source: config.source,
    messages,
    outputs: new Map(outputsOf(site).map((output) => [output.path, output])),
    posts: site.posts.documents.length,
    milliseconds: clock.total(),
  };
}

/** Whole addresses lead to the server, as Jekyll has it, unless somebody asks for another environment. */
function withOrigin(config: JekyllConfig, url: string): JekyllConfig {
  return config.environment === "development" ? { ...config, url, values: { ...config.values, url } } : config;
}

function problemsOf(messages: readonly Message[]): readonly Message[] {
  return messages.filter(({ severity }) => severity === "error");
}
