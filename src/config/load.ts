import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isMap, isScalar, LineCounter, parseDocument, type Document as YamlDocument } from "yaml";
import { suggest } from "../lib/suggest.js";
import type { BuildOptions } from "../model/build.js";
import type { Config } from "../model/config.js";
import { type Message, UserError } from "../model/message.js";
import { withDefaults } from "./defaults.js";
import { expectation } from "./expectation.js";
import { findOwnCode } from "./own-code.js";
import { configKeys, configSchema, type UserConfig } from "./schema.js";

export interface LoadedConfig {
  readonly config: Config;
  readonly messages: readonly Message[];
  /** Absolute paths of the files that were read. */
  readonly files: readonly string[];
}

/** Throws a `UserError` (exit code 2) that lists every problem of every file. */
export function loadConfig(flags: BuildOptions = {}): LoadedConfig {
  const source = resolve(flags.source ?? ".");
  if (!existsSync(source)) {
    throw new UserError(
      [{ severity: "error", ruleId: "no-source", reason: `The source folder ${source} does not exist` }],
      2,
    );
  }
  const files = configFiles(source, flags.config);
  const readings = files.map((file) => readConfigFile(file, source));
  const messages = readings.flatMap((reading) => reading.messages);
  if (messages.some(({ severity }) => severity === "error")) throw new UserError(messages, 2);
  const user: UserConfig = Object.assign({}, ...readings.map(({ values }) => values));
  const config = withDefaults(user, source, flags);
  const ownCode = findOwnCode(source);
  if (ownCode === undefined) return { config, messages, files };
  return {
    config: { ...config, pipeline: { ...config.pipeline, ownCode } },
    messages,
    files: [...files, ...ownCode.files],
  };
}

function configFiles(source: string, named: readonly string[] | undefined): readonly string[] {
  if (named) return named.map((file) => resolve(file));
  return ["_config.yml", "_config.yaml"]
    .map((name) => join(source, name))
    .filter((file) => existsSync(file))
    .slice(0, 1);
}

interface Reading {
  readonly values: UserConfig;
  readonly messages: readonly Message[];
}

function readConfigFile(file: string, source: string): Reading {
  const name = relative(source, file).replaceAll("\\", "/");
  if (!existsSync(file)) {
    return failed({ severity: "error", ruleId: "no-config", reason: `The configuration file ${name} does not exist` });
  }
  const lines = new LineCounter();
  const yaml = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line, column: col };
  };
  if (yaml.errors.length > 0) {
    return failed(
      ...yaml.errors.map(
        (error): Message => ({
          severity: "error",
          ruleId: "config-yaml",
          reason: `This is not valid YAML: ${firstLine(error.message)}`,
          ...place(error.pos[0]),
        }),
      ),
    );
  }
  const raw: unknown = yaml.toJS({ maxAliasCount: 100 }) ?? {};
  const unknown = unknownKeys(Object(raw), (key) => place(offsetOfKey(yaml, key)));
  const parsed = configSchema.safeParse(raw);
  if (!parsed.success) {
    return failed(
      ...parsed.error.issues.map(
        (issue): Message => ({
          severity: "error",
          ruleId: "config-value",
          reason: `\`${issue.path.join(".") || name}\` is not right: ${expectation(issue, valueAt(raw, issue.path))}`,
          ...place(offsetOf(yaml, issue.path)),
        }),
      ),
      ...unknown,
    );
  }
  return { values: parsed.data, messages: unknown };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce((inner: unknown, key) => Object(inner)[key], value);
}

function failed(...messages: readonly Message[]): Reading {
  return { values: {} as UserConfig, messages };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0]!.replace(/:$/, "");
}

function offsetOf(yaml: YamlDocument, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = yaml.getIn(path.slice(0, length), true) as { range?: readonly [number, number, number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

function offsetOfKey(yaml: YamlDocument, key: string): number {
  if (!isMap(yaml.contents)) return 0;
  const pair = yaml.contents.items.find((entry) => isScalar(entry.key) && String(entry.key.value) === key);
  return (pair?.key as { range?: readonly [number, number, number] } | undefined)?.range?.[0] ?? 0;
}

/** Keys of Jekyll and of layouts are welcome; only what looks like a misspelt key of ours is told. */
function unknownKeys(values: object, place: (key: string) => Partial<Message>): Message[] {
  return Object.keys(values).flatMap((key) => {
    if (configKeys.includes(key)) return [];
    const meant = suggest(key, configKeys);
    if (!meant) return [];
    const reason = `\`${key}\` is no setting that Pumice knows`;
    return [
      { severity: "warning", ruleId: "config-unknown-key", reason, note: `Did you mean \`${meant}\`?`, ...place(key) },
    ];
  });
}
