import { networkInterfaces } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Context } from "./command.js";

/** Options of the commands that serve: Jekyll's, under Jekyll's names. */
export function addServerOptions(command: Command): Command {
  return command
    .option("-P, --port <number>", "port to listen on, or the next one that is free", parsePort, 4000)
    .option(
      "-H, --host <address>",
      "address to listen on; 0.0.0.0 lets others in the network see the site",
      "127.0.0.1",
    )
    .option("-o, --open", "open the site in the browser")
    .addOption(new Option("--open-url").hideHelp())
    .addOption(new Option("-l, --livereload").hideHelp())
    .addOption(new Option("-w, --watch").hideHelp())
    .addOption(new Option("--no-watch", "do not follow changes").hideHelp())
    .addOption(new Option("-I, --incremental").hideHelp())
    .addOption(new Option("-q, --quiet").hideHelp())
    .addOption(new Option("-t, --trace").hideHelp());
}

function parsePort(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError("A number up to 65535 is needed.");
  return Number(text);
}

export interface Urls {
  readonly local: string;
  /** For others in the network, where they may come in. */
  readonly network: readonly string[];
}

/** The addresses at which a server is to be found. */
export function urlsOf(host: string, port: number, baseurl: string): Urls {
  const url = (name: string) => `http://${name.includes(":") ? `[${name}]` : name}:${port}${encodeURI(baseurl)}/`;
  if (host === "127.0.0.1" || host === "localhost" || host === "::1") return { local: url("localhost"), network: [] };
  if (host !== "0.0.0.0" && host !== "::") return { local: url(host), network: [] };
  return { local: url("localhost"), network: ownAddresses().map(url) };
}

export function printUrls({ stderr }: Context, { local, network }: Urls): void {
  stderr.write(`  Local    ${local}\n`);
  for (const url of network) stderr.write(`  Network  ${url}\n`);
}

function ownAddresses(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address);
}
