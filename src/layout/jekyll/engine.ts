import { Context, Liquid, type Template } from "liquidjs";
import { type Hash, hasKey, type Key, pairsOf } from "../../lib/ruby/hash.js";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { renderDirectly } from "../direct/index.js";
import { Range } from "../direct/range.js";
import { liquidWarning, type MarkupProblem, type Rendering, toJekyllError } from "./errors.js";
import { registerJekyllFilters } from "./filters/index.js";
import { parseLax } from "./lax/parse.js";
import { rubyOperators } from "./operators.js";
import { blockTags, registerJekyllTags } from "./tags/index.js";
import { printed } from "./values.js";
import type { World } from "./world.js";

/** Renders the owner's templates as Jekyll does: nothing is escaped. */
export interface JekyllEngine {
  /** Throws a `UserError` in Jekyll's words. */
  render(text: string, variables: object, rendering: Rendering): string;
  readonly known: KnownNames;
}

/** The tags and filters that templates may use. */
export interface KnownNames {
  readonly tags: ReadonlySet<string>;
  readonly filters: ReadonlySet<string>;
}

/** Far above what an honest page takes: an endless loop shall not hang the build. */
const renderLimit = 60_000;

export function createJekyllEngine(world: World): JekyllEngine {
  renderDirectly();
  const { config } = world.site;
  const liquid = new Liquid({
    strictFilters: config.liquid.strictFilters,
    strictVariables: config.liquid.strictVariables,
    outputEscape: printed,
    operators: rubyOperators,
    keepOutputType: false,
  });
  registerJekyllFilters(liquid, world);
  registerJekyllTags(liquid, world);
  const parsed = new Map<string, { readonly text: string; readonly templates: Template[] }>();

  function templatesOf(text: string, { path, ...rendering }: Rendering): Template[] {
    const known = parsed.get(path);
    if (known?.text === text) return known.templates;
    const warn = (problem: MarkupProblem): void => world.report(liquidWarning(problem, rendering));
    const templates = parseLax(liquid, text, path, { mode: config.liquid.errorMode, blocks: blockTags, warn });
    parsed.set(path, { text, templates });
    return templates;
  }

  return {
    known: { tags: new Set(Object.keys(liquid.tags)), filters: new Set(Object.keys(liquid.filters)) },
    render(text, variables, rendering) {
      try {
        return liquid.renderSync(templatesOf(text, rendering), contextOf(variables, liquid)) as string;
      } catch (error) {
        throw toJekyllError(error, rendering, config.source);
      }
    },
  };
}

interface PropertyReader {
  readProperty(from: unknown, key: unknown): unknown;
}

/** What Ruby's Liquid reads otherwise than LiquidJS. */
function contextOf(variables: object, liquid: Liquid): Context {
  const context = new Context(variables, liquid.options, { sync: true, renderLimit });
  const reader = context as unknown as PropertyReader;
  const read = reader.readProperty.bind(context);
  reader.readProperty = (from, key) =>
    isUnread(from, key) ? undefined : isFirstPair(from, key) ? pairsOf(from)[0] : read(from, key);
  return context;
}

/** A text has nothing but its size, a list is asked for by numbers, and a hash tells numbers from texts. */
function isUnread(from: unknown, key: unknown): boolean {
  if (typeof from === "string") return key !== "size";
  if (Array.isArray(from)) return typeof key === "string" ? !commands.has(key) : from instanceof Range;
  return isNumeric(key) && isPlainHash(from) && !hasKey(from, key);
}

function isNumeric(key: unknown): key is Key {
  return typeof key === "number" || (typeof key === "string" && key >= "0" && key < ":");
}

const commands = new Set(["size", "first", "last"]);

function isFirstPair(from: unknown, key: unknown): from is Hash {
  return key === "first" && isPlainHash(from) && !Object.hasOwn(from, key);
}
