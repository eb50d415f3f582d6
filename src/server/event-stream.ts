import type { IncomingMessage, ServerResponse } from "node:http";

/** What a browser is told of the page that it shows. */
export interface PageState {
  /** Equal for the same HTML. */
  readonly version: string;
  readonly problems: readonly unknown[];
}

/** The browsers that are open, told over server-sent events. */
export interface EventStream {
  readonly connect: (request: IncomingMessage, response: ServerResponse, path: string) => void;
  /** Tells each browser the state of its page, where it is another than the last that was told. */
  readonly push: () => void;
  readonly close: () => void;
}

/** More pages than a person has open at a time are a mistake or an attack. */
const mostConnections = 100;

/** So often (ms) a sign of life is sent, so that nothing between closes the connection. */
const heartbeat = 25_000;

/** A page's state is told whole each time: who missed something while he was away is up to date with the next. */
export function createEventStream(stateOf: (path: string) => PageState): EventStream {
  const connections = new Map<ServerResponse, { readonly path: string; told: string }>();
  const timer = setInterval(() => {
    for (const response of connections.keys()) response.write(":\n\n");
  }, heartbeat);
  timer.unref();

  function tell(response: ServerResponse): void {
    const connection = connections.get(response)!;
    const text = JSON.stringify(stateOf(connection.path));
    if (text === connection.told) return;
    connection.told = text;
    response.write(`data: ${text}\n\n`);
  }

  return {
    connect(request, response, path) {
      if (connections.size >= mostConnections) {
        response.writeHead(503).end();
        return;
      }
      response.writeHead(200, {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
      });
      response.write("retry: 500\n\n");
      connections.set(response, { path, told: "" });
      request.on("close", () => connections.delete(response));
      tell(response);
    },
    push() {
      for (const response of connections.keys()) tell(response);
    },
    close() {
      clearInterval(timer);
      for (const response of connections.keys()) response.end();
      connections.clear();
    },
  };
}
