import { type DevOptions, type DevServer, startDevServer } from "../../src/server/serve.js";

/** A development server for the tests: on any free port, its bugs told by `close`. */
export async function openDev(
  source: string,
  given: Partial<DevOptions> = {},
): Promise<DevServer & { readonly url: string }> {
  const bugs: unknown[] = [];
  const server = await startDevServer({
    site: { source },
    host: "127.0.0.1",
    port: 0,
    onError: (error) => bugs.push(error),
    ...given,
  });
  return {
    ...server,
    url: `http://localhost:${server.port}`,
    async close() {
      await server.close();
      if (bugs.length > 0) throw bugs[0];
    },
  };
}

/** Waits until a check passes, for as long as a slow machine may need. */
export async function eventually<T>(check: () => T | Promise<T>, milliseconds = 20_000): Promise<T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
