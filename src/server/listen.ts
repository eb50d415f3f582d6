import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { UserError } from "../model/message.js";

export interface Listening {
  readonly server: Server;
  readonly port: number;
}

/** So many ports are tried after the one that was asked for. */
const attempts = 20;

/** Slow and endless requests are cut off (ms). */
const limits = { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 5_000, maxHeaderSize: 16_384 };

/** Listens on the port, or on the next one that is free. Port 0 is any free one. Throws a `UserError` when there is none. */
export async function listen(handler: RequestListener, host: string, port: number): Promise<Listening> {
  for (let candidate = port; candidate <= Math.min(65_535, port + attempts); candidate += 1) {
    const server = createServer(limits, handler);
    const code = await tryToListen(server, host, candidate);
    if (code === undefined) return { server, port: (server.address() as AddressInfo).port };
    if (code !== "EADDRINUSE") throw cannotListen(`${host}:${candidate} (${code})`);
  }
  throw cannotListen(`any port from ${port} to ${port + attempts}: all are in use`);
}

function tryToListen(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? String(error)));
    server.listen(port, host, () => resolve(undefined));
  });
}

function cannotListen(where: string): UserError {
  return new UserError(
    [
      {
        severity: "error",
        ruleId: "cannot-listen",
        reason: `The server cannot listen on ${where}`,
        note: "Choose another port with `-P`, or another address with `-H`",
      },
    ],
    2,
  );
}
