import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type Context,
  type Emitter,
  type Liquid,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
  toValueSync,
  Value,
} from "liquidjs";
import { leadsOut } from "../../../lib/file-system.js";
import { TagError } from "../errors.js";
import { parseLax } from "../lax/parse.js";
import { toJson } from "../values.js";
import type { World } from "../world.js";
import type { TagClass } from "./tag-class.js";

const parameter = /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))/g;
const parameters = new RegExp(`^\\s*(?:${parameter.source}(?=\\s|$)\\s*)*$`);
const computedName = /^([^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|.*?)?\}\}[^\s{}]*)+)(.*)$/s;

/** Deeper than any theme nests, and far from the end of the stack. */
const maxDepth = 100;

interface IncludeKind {
  /** `include_relative` looks beside the text that is rendered. */
  readonly isRelative?: boolean;
  /** `include_cached`, of jekyll-include-cache, prints what it printed with the same values before, on whatever page. */
  readonly isCached?: boolean;
}

/** `{% include file.html key="value" %}`, and tags that are like it. */
export function includeTag(
  world: World,
  blocks: ReadonlySet<string>,
  { isRelative = false, isCached = false }: IncludeKind = {},
): TagClass {
  const printedBefore = new Map<string, string>();
  const mode = world.site.config.liquid.errorMode;
  const parsed = new Map<string, Template[]>();

  return class extends Tag {
    readonly #name: string;
    readonly #parameters: string;

    constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid) {
      super(token, remainTokens, liquid);
      const markup = token.args.trim();
      const computed = computedName.exec(markup);
      const [, name = "", rest = ""] = computed ?? /^(\S*)\s*(.*)$/s.exec(markup)!;
      this.#name = name.trim();
      this.#parameters = rest.trim();
      if (!parameters.test(this.#parameters)) throw new TagError(invalidParameters(this.name, this.#parameters));
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const name = this.#name.includes("{{") ? String(yield this.#computedName(context)) : this.#name;
      if (!isFileName(name)) throw new TagError(invalidName(this.name, name));
      const path = locate(name, world, isRelative);
      world.depend(path);
      const values = this.#parameters === "" ? {} : { include: this.#values(context) };
      if (!isCached) {
        yield* this.#rendered(path, values, context, emitter);
        return;
      }
      const key = `${path}\0${toJson(values)}`;
      const html = printedBefore.get(key) ?? String(yield* this.#rendered(path, values, context));
      printedBefore.set(key, html);
      emitter.write(html);
    }

    *#rendered(
      path: string,
      values: object,
      context: Context,
      emitter?: Emitter,
    ): Generator<unknown, unknown, unknown> {
      const depth = Number(context.getRegister("includeDepth", 0)) + 1;
      if (depth > maxDepth) throw new Error("Liquid error: Nesting too deep");
      context.setRegister("includeDepth", depth);
      context.push(values);
      try {
        return yield this.liquid.renderer.renderTemplates(this.#templates(path), context, emitter);
      } finally {
        context.pop();
        context.setRegister("includeDepth", depth - 1);
      }
    }

    #computedName(context: Context): unknown {
      return this.liquid.renderer.renderTemplates(this.liquid.parse(this.#name), context);
    }

    #templates(path: string): Template[] {
      let templates = parsed.get(path);
      if (!templates) {
        templates = parseLax(this.liquid, readFileSync(path, "utf8"), path, { mode, blocks });
        parsed.set(path, templates);
      }
      return templates;
    }

    #values(context: Context): Record<string, unknown> {
      const pairs = [...this.#parameters.matchAll(parameter)].map(([, key, double, single, variable]) => {
        if (double !== undefined) return [key!, double.replaceAll('\\"', '"')];
        if (single !== undefined) return [key!, single.replaceAll("\\'", "'")];
        return [key!, toValueSync(new Value(variable!, this.liquid).value(context, true))];
      });
      return Object.fromEntries(pairs);
    }
  };
}

/** No step to another folder than one below, and no hidden one. */
function isFileName(name: string): boolean {
  return /^[\w/.\-()+~#@]+$/.test(name) && !/[./]{2,}/.test(name);
}

function locate(name: string, { site, current }: World, isRelative: boolean): string {
  const { source, safe } = site.config;
  const folders = isRelative ? [current ? dirname(current.path) : source] : site.includeFolders;
  const found = folders.find((folder) => isFile(join(folder, name)) && !(safe && leadsOut(join(folder, name), folder)));
  if (found !== undefined) return join(found, name);
  const shown = folders.map((folder) => JSON.stringify(folder)).join(", ");
  const wanted = safe
    ? "and is not a symlink as those are not allowed in safe mode"
    : "and, if it is a symlink, does not point outside your site source";
  throw new TagError(
    `Could not locate the included file '${name}' in any of [${shown}]. Ensure it exists in one of those directories ${wanted}.`,
  );
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function invalidName(tag: string, name: string): string {
  return `Invalid syntax for include tag. File contains invalid characters or sequences: ${name} ${validSyntax(tag)}`;
}

function invalidParameters(tag: string, markup: string): string {
  return `Invalid syntax for include tag: ${markup} ${validSyntax(tag)}`;
}

const validSyntax = (tag: string): string => `Valid syntax: {% ${tag} file.ext param='value' param2='value' %}`;
