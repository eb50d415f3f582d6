import { type Context, Drop, defaultOperators, Liquid, type Template, toValue } from "liquidjs";
import { isPlainHash } from "../../lib/ruby/inspect.js";
import { renderDirectly } from "../direct/index.js";
import { type Rendering, toJekyllError } from "./errors.js";
import { registerJekyllFilters } from "./filters/index.js";
import { NO_OPERATOR } from "./lax/condition.js";
import { parseLax } from "./lax/parse.js";
import { registerJekyllTags } from "./tags/index.js";
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
    operators,
    keepOutputType: false,
  });
  registerJekyllFilters(liquid, world);
  registerJekyllTags(liquid, world);
  const parsed = new Map<string, { readonly text: string; readonly templates: Template[] }>();

  function templatesOf(text: string, path: string): Template[] {
    const known = parsed.get(path);
    if (known?.text === text) return known.templates;
    const templates = parseLax(liquid, text, path);
    parsed.set(path, { text, templates });
    return templates;
  }

  return {
    known: { tags: new Set(Object.keys(liquid.tags)), filters: new Set(Object.keys(liquid.filters)) },
    render(text, variables, rendering) {
      try {
        return liquid.renderSync(templatesOf(text, rendering.path), variables, { renderLimit }) as string;
      } catch (error) {
        throw toJekyllError(error, rendering, config.source);
      }
    },
  };
}

const isNil = (value: unknown): boolean => (toValue(value) ?? null) === null;

/** Comparing nothing with something is false in Ruby, where JavaScript takes nothing for 0. */
function ordered(name: "<" | ">" | "<=" | ">=") {
  return function* (left: unknown, right: unknown, context: Context): Generator<unknown, boolean, unknown> {
    if (isNil(left) || isNil(right)) return false;
    return (yield defaultOperators[name]!(left, right, context)) as boolean;
  };
}

/** LiquidJS knows no hash that contains a key. */
function* contains(left: unknown, right: unknown, context: Context): Generator<unknown, boolean, unknown> {
  const value = left instanceof Drop ? left.valueOf() : left;
  if (isPlainHash(value)) return Object.hasOwn(value, printed(right));
  if (typeof value === "string") return value.includes(printed(right));
  return (yield defaultOperators.contains!(left, right, context)) as boolean;
}

const operators = {
  ...defaultOperators,
  "<": ordered("<"),
  ">": ordered(">"),
  "<=": ordered("<="),
  ">=": ordered(">="),
  contains,
  [NO_OPERATOR]: (_left: unknown, name: unknown): never => {
    throw new Error(`Liquid error: Unknown operator ${name}`);
  },
} as typeof defaultOperators;
