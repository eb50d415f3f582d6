import { toRubyText } from "../../lib/ruby/inspect.js";
import { slugify } from "./slugify.js";
import type { JekyllText } from "./text.js";
import type { Placeholders } from "./url.js";

const dates: Readonly<Record<string, string>> = {
  year: "%Y",
  month: "%m",
  day: "%d",
  hour: "%H",
  minute: "%M",
  second: "%S",
  i_day: "%-d",
  i_month: "%-m",
  short_month: "%b",
  long_month: "%B",
  short_year: "%y",
  w_year: "%G",
  week: "%V",
  w_day: "%u",
  short_day: "%a",
  long_day: "%A",
  y_day: "%j",
};

const others: Readonly<Record<string, (text: JekyllText) => string>> = {
  collection: (text) => text.collection?.label ?? "",
  path: cleanPathOf,
  name: (text) => slugify(text.basename),
  title: (text) => slugify(slugOf(text), "pretty", { cased: true }),
  slug: (text) => slugify(slugOf(text)),
  categories: (text) => [...new Set(categoriesOf(text).map((category) => category.toLowerCase()))].join("/"),
  slugified_categories: (text) => [...new Set(categoriesOf(text).map((category) => slugify(category)))].join("/"),
  output_ext: (text) => text.outputExtension,
};

/** What the placeholders of a permalink stand for in a document of a collection. */
export function documentPlaceholders(text: JekyllText): Placeholders {
  return (name) => {
    if (Object.hasOwn(dates, name)) return text.date?.format(dates[name]!) ?? "";
    return Object.hasOwn(others, name) ? others[name]!(text) : undefined;
  };
}

/** The path within the collection, without the extension and without dots at its end. */
export function cleanPathOf({ relativePath, extension, collection }: JekyllText): string {
  const path = relativePath.slice(0, relativePath.length - extension.length);
  return path.replace(collection?.relativeDirectory ?? "", "").replace(/\.+$/, "");
}

function slugOf({ data, basename }: JekyllText): string {
  return data.slug === undefined || data.slug === null ? basename : String(data.slug);
}

function categoriesOf({ data }: JekyllText): string[] {
  return [data.categories ?? []].flat().map(toRubyText);
}
