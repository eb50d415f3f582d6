import { UserError } from "../model/message.js";
import { isLayoutName, type LayoutFile, readLayoutFile } from "./layout-file.js";
import type { TemplateFile } from "./template-files.js";

/** The layouts of a site by name: the file's path without its extension. */
export interface Layouts {
  has(name: string): boolean;
  /** The layout and those around it, innermost first. An unknown one stands for `default`; without that, no layout. */
  chain(name: string): readonly LayoutFile[];
}

/** Throws a `UserError` when a chain of layouts leads back to itself, or front matter is no YAML. */
export function createLayouts(files: ReadonlyMap<string, TemplateFile>, show: (path: string) => string): Layouts {
  const byName = nameFiles(files);
  const read = new Map<string, LayoutFile>();

  function find(name: string): LayoutFile | undefined {
    const file = byName.get(name) ?? byName.get("default");
    if (file === undefined) return undefined;
    const layout = read.get(file.path) ?? readLayoutFile(file, show(file.path));
    read.set(file.path, layout);
    return layout;
  }

  function chain(name: string): readonly LayoutFile[] {
    const layouts: LayoutFile[] = [];
    let next = isLayoutName(name) ? find(name) : undefined;
    while (next !== undefined) {
      if (layouts.includes(next)) throw cycleError(layouts, show);
      layouts.push(next);
      next = next.parent === undefined ? undefined : find(next.parent);
    }
    return layouts;
  }

  return { has: (name) => !isLayoutName(name) || byName.has(name), chain };
}

/** `post.html` counts before `post.xml`. */
function nameFiles(files: ReadonlyMap<string, TemplateFile>): ReadonlyMap<string, TemplateFile> {
  const byName = new Map<string, TemplateFile>();
  for (const [path, file] of files) {
    const name = path.replace(/\.[^./]*$/, "");
    if (!byName.has(name) || path.endsWith(".html")) byName.set(name, file);
  }
  return byName;
}

function cycleError(layouts: readonly LayoutFile[], show: (path: string) => string): UserError {
  const [first] = layouts;
  return new UserError([
    {
      severity: "error",
      ruleId: "layout-cycle",
      reason: `The layouts nest in a circle: ${layouts.map((layout) => layout.file.name).join(" → ")} → ${layouts.at(-1)!.parent}`,
      note: "Take the `layout:` out of the front matter of the outermost one",
      file: show(first!.file.path),
      line: 1,
      column: 1,
    },
  ]);
}
