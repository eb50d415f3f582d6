import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { createEngine, type Engine, type EngineOptions } from "../../src/layout/engine.js";
import type { SiteGlobals } from "../../src/layout/globals.js";

export const globals: SiteGlobals = {
  site: {
    title: "Tom & Jerry",
    description: "",
    url: "https://blog.example",
    baseurl: "/sub",
    lang: "en",
    timezone: "Asia/Shanghai",
    menu: [],
  },
  assets: { "theme.css": "/assets/theme-1234.css" },
};

/** A folder of its own for the running test, with the given files. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "pumice-layout-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** An engine over `layouts/` and `includes/` of the given files. */
export function engineOf(files: Readonly<Record<string, string>>, options: Partial<EngineOptions> = {}): Engine {
  const source = folderWith(files);
  return createEngine({
    source,
    layoutFolders: [join(source, "layouts")],
    includeFolders: [join(source, "includes")],
    autoescape: true,
    globals,
    ...options,
  });
}

/** What a template prints with the given variables. */
export function print(template: string, variables: Readonly<Record<string, unknown>> = {}, autoescape = true): string {
  return engineOf({}, { autoescape }).renderText(template, variables, "page.html");
}
