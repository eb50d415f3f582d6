import type { Liquid } from "liquidjs";
import type { World } from "../world.js";
import { arrayFilters } from "./arrays.js";
import { dateFilters } from "./dates.js";
import { numberFilters } from "./numbers.js";
import { replaceFilters } from "./replace.js";
import { textFilters } from "./text.js";
import { tocFilters } from "./toc.js";
import { type Filters, urlFilters } from "./urls.js";

/** How many arguments a filter needs, where Ruby would refuse to go on without them. */
const needed: Readonly<Record<string, number>> = {
  append: 1,
  prepend: 1,
  plus: 1,
  minus: 1,
  times: 1,
  divided_by: 1,
  modulo: 1,
  date: 1,
  where: 2,
  where_exp: 2,
  find: 2,
  find_exp: 2,
  group_by: 1,
  group_by_exp: 2,
  push: 1,
  unshift: 1,
  map: 1,
  replace: 1,
  replace_first: 1,
};

/** Filters that Ruby's Liquid has not; it passes over them. */
const onlyLiquidJs =
  "find_index find_index_exp has has_exp hmac_sha256 json raw reject reject_exp sha256 squish sum".split(" ");

/** Makes Jekyll's filters known to LiquidJS, one family per file. */
export function registerJekyllFilters(liquid: Liquid, world: World): void {
  for (const name of onlyLiquidJs) delete liquid.filters[name];
  const { config } = world.site;
  const families: Filters[] = [
    urlFilters(config),
    dateFilters(config.timezone),
    numberFilters,
    textFilters(world),
    replaceFilters,
    arrayFilters,
    ...(config.plugins.has("jekyll-toc") ? [tocFilters(world)] : []),
  ];
  for (const [name, handler] of families.flatMap((family) => Object.entries(family)))
    liquid.registerFilter(name, withEnoughArguments(handler, needed[name] ?? 0));
}

function withEnoughArguments(handler: (...values: never[]) => unknown, count: number) {
  return function (this: unknown, ...values: unknown[]): unknown {
    if (values.length <= count)
      throw new Error(`Liquid error: wrong number of arguments (given ${values.length}, expected ${count + 1})`);
    return handler.apply(this, values as never[]);
  };
}
