import { loadConfig } from "../config/load.js";
import type { BuildOptions, Progress } from "../model/build.js";
import type { Message } from "../model/message.js";
import type { Hints } from "../work/live-sources.js";
import { openSession, type Session } from "../work/session.js";
import { createHandler } from "./dev-handler.js";
import { createDevSite } from "./dev-site.js";
import { createEventStream } from "./event-stream.js";
import { listen } from "./listen.js";
import { createRefreshQueue } from "./refresh-queue.js";
import { isSourceOf } from "./source-paths.js";
import { type Watching, watchSources } from "./watch.js";

export interface DevOptions {
  readonly site: BuildOptions;
  /** Address to listen on: loopback unless somebody asks for another. */
  readonly host: string;
  readonly port: number;
  /** For drives that tell nobody of changes. */
  readonly polling?: boolean;
  /** `false`: look at the sources only when asked to. */
  readonly watch?: boolean;
  readonly onChange?: (change: Change) => void;
  readonly onProgress?: (event: Progress) => void;
  /** A bug, or what keeps us from noticing changes. */
  readonly onError?: (error: unknown) => void;
}

/** What became of files that changed. */
export interface Change {
  /** Relative to the source. */
  readonly paths: readonly string[];
  readonly milliseconds: number;
  readonly errors: readonly Message[];
}

export interface DevServer {
  readonly port: number;
  readonly session: Session;
  /** Looks at all files, whether somebody told of a change or not. */
  readonly refresh: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Serves a site from its sources and follows their changes. Nothing is written but the cache of processed posts. */
export async function startDevServer(options: DevOptions): Promise<DevServer> {
  const { onChange = () => {}, onError = () => {} } = options;
  let { config } = loadConfig(options.site);
  const opening = open(options);

  async function refresh(hints: Hints): Promise<void> {
    const { session, events } = await opening;
    const start = performance.now();
    try {
      const paths = await session.refresh(hints);
      config = session.config();
      events.push();
      onChange({ paths, milliseconds: performance.now() - start, errors: session.errors() });
    } catch (error) {
      onError(error);
    }
  }

  const queue = createRefreshQueue(refresh);
  // Before anything is read, so that no change is missed.
  const watching =
    options.watch === false
      ? notWatching
      : watchSources({
          root: config.source,
          isSource: (path) => isSourceOf(path, config, options.site.config),
          polling: options.polling === true,
          onChange: queue.add,
          onError,
        });
  const { session, site, events } = await opening.catch((error: unknown) => {
    watching.close();
    throw error;
  });
  const handler = createHandler({
    baseurl: () => session.config().baseurl,
    site,
    events,
    queue,
    host: options.host,
    onError,
  });

  async function close(): Promise<void> {
    watching.close();
    events.close();
    await queue.settled();
    await session.close();
  }

  const { server, port } = await listen(handler, options.host, options.port).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    port,
    session,
    async refresh() {
      queue.add("all");
      await queue.settled();
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await close();
    },
  };
}

const notWatching: Watching = { close: () => {} };

async function open(options: DevOptions) {
  const session = await openSession(options.site, options.onProgress);
  const site = createDevSite(session);
  return { session, site, events: createEventStream(site.stateOf) };
}
