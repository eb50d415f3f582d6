import { createRequire } from "node:module";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { isTimezone } from "../lib/dates.js";
import type { Diagnosis } from "./diagnosis.js";

/** What the machine offers, whatever the site. */
export async function examineMachine(): Promise<readonly Diagnosis[]> {
  return [node(process.versions.node), timezones(), ...optionalPackages.map(optionalPackage), await port(4000)];
}

/** `version`: `22.3.0`. */
export function node(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isGood = major > 20 || (major === 20 && minor >= 19);
  const finding = `${version}, ${availableParallelism()} processors`;
  if (isGood) return { name: "Node", state: "fine", finding };
  return { name: "Node", state: "error", finding, advice: "Pumice needs Node 20.19 or newer: https://nodejs.org" };
}

function timezones(): Diagnosis {
  const name = "Time zones";
  if (isTimezone("Asia/Shanghai")) return { name, state: "fine", finding: "all known" };
  return { name, state: "error", finding: "this Node knows none", advice: "Install a Node with full ICU data" };
}

/** Packages that only some sites need. */
const optionalPackages: readonly { readonly name: string; readonly purpose: string }[] = [
  { name: "sass", purpose: "style sheets of Jekyll themes" },
];

function optionalPackage({ name, purpose }: { readonly name: string; readonly purpose: string }): Diagnosis {
  try {
    createRequire(import.meta.url).resolve(name);
    return { name, state: "fine", finding: `there, for ${purpose}` };
  } catch {
    return { name, state: "info", finding: `not there; needed for ${purpose} only`, advice: `npm install ${name}` };
  }
}

/** The port of `pumice dev`. */
export async function port(number: number): Promise<Diagnosis> {
  const name = "Port";
  const code = await new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(number, "127.0.0.1", () => server.close(() => resolve(undefined)));
  });
  if (code === undefined) return { name, state: "fine", finding: `${number} is free` };
  const finding =
    code === "EADDRINUSE" ? `${number} is in use; \`pumice dev\` takes the next one` : `${number}: ${code}`;
  return { name, state: code === "EADDRINUSE" ? "info" : "warning", finding };
}
