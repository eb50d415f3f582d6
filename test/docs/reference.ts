import { Command as Program } from "commander";
import { commands } from "../../src/commands/index.js";
import { configJsonSchema } from "../../src/config/json-schema.js";
import { type Found, fields } from "../../src/loader/fields.js";

/*
 * The pages of the documentation that are made of the program itself.
 */

const made = (source: string): string =>
  `<!-- Made of ${source}: change it there, then run \`npx vitest run test/docs --update\`. -->`;

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly description?: string;
}

export function configurationReference(): string {
  const { properties } = configJsonSchema() as JsonSchema;
  return `# Settings

${made("src/config/descriptions.ts and src/config/schema.ts")}

They stand in \`_config.yml\`, and none is needed. Keys that are not in this list are for your layouts: \`site.NAME\`. Editors that know
the schema (\`pumice/schema/config.json\`) complete and check them. Options of the command line are stronger; of several files
(\`--config a.yml,b.yml\`) the later ones win.

${Object.entries(properties!)
  .map(([name, schema]) => `- \`${name}\` (${kindOf(schema)}): ${schema.description}`)
  .join("\n")}
`;
}

const words: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  integer: "whole number",
  array: "list",
};

/** Of what kind a value is, for people. */
function kindOf(schema: JsonSchema): string {
  return [...new Set(kindsOf(schema))].join(", or ");
}

function kindsOf({ anyOf, type, properties, const: only, items }: JsonSchema): readonly string[] {
  if (anyOf) return anyOf.flatMap(kindsOf);
  if (only !== undefined) return [String(only)];
  if (properties)
    return [
      Object.keys(properties)
        .map((key) => `\`${key}\``)
        .join(", "),
    ];
  if (items) return [`list of: ${kindOf(items)}`];
  return [type ?? []]
    .flat()
    .filter((name) => name !== "null")
    .map((name) => words[name] ?? name);
}

export async function commandsReference(): Promise<string> {
  const parts = await Promise.all(
    commands.map(async ({ name, aliases = [], summary, load }) => {
      let help = "";
      const program = new Program(name).helpOption("-h, --help", "explain a command").configureOutput({
        writeOut: (text) => {
          help += text;
        },
        getOutHelpWidth: () => 100,
      });
      (await load()).define(program).outputHelp();
      const also = aliases.length > 0 ? ` Also: ${aliases.map((alias) => `\`${alias}\``).join(", ")}.` : "";
      const text = help
        .replace(/^Usage: /, "Usage: pumice ")
        .replaceAll(/[ \t]+$/gm, "")
        .trim();
      return `## pumice ${name}\n\n${summary[0]!.toUpperCase()}${summary.slice(1)}.${also}\n\n\`\`\`text\n${text}\n\`\`\`\n`;
    }),
  );
  return `# Commands

${made("src/commands/")}

${parts.join("\n")}`;
}

/** What each field is for; a field without a line does not compile. */
const meanings: Readonly<Record<keyof Found, string>> = {
  title: "What the post is called. Without it: the first heading, or the file's name.",
  subtitle: "A line below the title.",
  date: "When it was published, in any common form. Without an offset: in the site's time zone.",
  updated: "When it was last changed.",
  expires: "From when on it is no longer published.",
  description: "A sentence or two for lists and search engines. Without it: the first sentences that say something.",
  keywords: "Words for search engines.",
  categories: "The shelves that it stands on.",
  tags: "What it is about.",
  covers: "Its picture: an address, or `src`, `alt` and `caption`. The first one counts that is no random picture.",
  coverAlt: "What the picture shows.",
  coverCaption: "What stands below the picture.",
  authors: "Who wrote it: a name, `name` and `url`, or a list.",
  authorUrl: "Address of the author.",
  pin: "Stands before the others on the home page; a larger number stands first.",
  status: "Whether it is published: drafts, private and future posts are not.",
  hidden: "Published, but in no list.",
  noindex: "Kept out of the sitemap and of search engines.",
  toc: "false: no table of contents.",
  math: "Dollar signs in Markdown are formulas.",
  comments: "false: no comments.",
  permalink: "Its address, or a pattern of one.",
  slug: "Its part of the address, instead of the file's name.",
  aliases: "Former addresses, which lead here.",
  redirectTo: "Address that this page leads to.",
  link: "Address that the post is about.",
  canonical: "Address of the version that search engines shall show.",
  source: "Address where it was first published.",
  ids: "What its old platform called it: links by that name lead here.",
  lang: "Its language, such as en or zh-CN.",
  translationKey: "Equal for the versions of a post in several languages.",
  seriesName: "The series that it belongs to.",
  seriesOrder: "Its number in the series.",
  license: "Its licence.",
  layout: "A layout of the site's own.",
  renderWithLiquid: "Whether Liquid in it runs, in a site of Jekyll's shape.",
  mediaPath: "Folder of the pictures that it names without one.",
  excerptSeparator: "Mark in the text behind the excerpt.",
};

export function frontMatterReference(): string {
  const keys = new Map<keyof Found, Set<string>>();
  for (const field of fields) {
    const known = keys.get(field.name) ?? new Set();
    keys.set(field.name, known);
    for (const key of field.keys) known.add(key);
  }
  const lines = [...keys].map(
    ([name, spellings]) => `- ${[...spellings].map((key) => `\`${key}\``).join(", ")}: ${meanings[name]}`,
  );
  return `# Front matter

${made("src/loader/fields.ts and test/docs/reference.ts")}

The block between two lines \`---\` at the top of a file, in YAML, or between two lines \`+++\`, in TOML. None of it is needed. Programs call the same thing by many names, and
Pumice knows those below, the strongest first; capitals, \`-\` and \`_\` in them do not matter (\`pubDate\`, \`pub_date\`). Every other key is
there for your layouts: \`page.NAME\`. What is broken YAML is read line by line, and told. \`npx pumice explain posts/FILE\` shows which key
each value came from.

${lines.join("\n")}
`;
}
