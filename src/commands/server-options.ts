import { networkInterfaces } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import { UserError } from "../model/message.js";
import type { Context } from "./command.js";

/** Options of the commands that serve: Jekyll's, under Jekyll's names. */
export function addServerOptions(command: Command): Command {
  for (const flags of [...ignored, ...Object.values(unserved)]) command.addOption(new Option(flags).hideHelp());
  return command
    .option("-P, --port <number>", "port to listen on, or the next one that is free (default: 4000)", parsePort)
    .option(
      "-H, --host <address>",
      "address to listen on; 0.0.0.0 lets others in the network see the site (default: 127.0.0.1)",
    )
    .option("-o, --open", "open the site in the browser")
    .addOption(new Option("--open-url").hideHelp())
    .addOption(new Option("--show-dir-listing", "list folders of a Jekyll site").hideHelp())
    .addOption(new Option("--no-watch", "do not follow changes").hideHelp())
    .addOption(new Option("-q, --quiet").hideHelp());
}

/** Jekyll's, accepted so that scripts need no edit: pages always follow their sources. */
const ignored = [
  "-l, --livereload",
  "--livereload-ignore <globs>",
  "--livereload-min-delay <seconds>",
  "--livereload-max-delay <seconds>",
  "--livereload-port <number>",
  "-w, --watch",
  "--skip-initial-build",
  "--profile",
  "-V, --verbose",
];

/** Jekyll's, by their name among the options: what they ask for is not to be had, and silence would mislead. */
const unserved = { detach: "-B, --detach", sslKey: "--ssl-key <file>", sslCert: "--ssl-cert <file>" };

/** Throws a `UserError` (exit code 2) for what our servers cannot do. */
export function refuseUnserved(options: Readonly<Record<string, unknown>>): void {
  const asked = Object.entries(unserved).find(([name]) => options[name] !== undefined)?.[1];
  if (asked === undefined) return;
  const reason = `The server of Pumice has no ${asked.replace(/ <.*/, "")}`;
  const note = asked.includes("ssl")
    ? "Put a proxy with the certificate in front of it"
    : "Run it in the background with your shell: `pumice dev &`";
  throw new UserError([{ severity: "error", ruleId: "not-served", reason, note }], 2);
}

/** Where to listen: what is not asked for, `settings` say, a configuration's `host` and `port`. */
export function addressOf(
  options: Readonly<Record<string, unknown>>,
  settings: Readonly<Record<string, unknown>> = {},
): { readonly host: string; readonly port: number } {
  const port = Number(options.port ?? settings.port ?? 4000);
  return {
    host: String(options.host ?? settings.host ?? "127.0.0.1"),
    port: Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : 4000,
  };
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
