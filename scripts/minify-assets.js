import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { transform } from "lightningcss";
import { minifySync } from "rolldown/utils";

/*
 * Writes the built-in theme's style sheets and scripts into `dist/assets`, without what only their authors read. The compiled
 * program takes these; the sources in `assets/` stay what people read and override.
 */
const sources = new URL("../assets/", import.meta.url);
const target = new URL("../dist/assets/", import.meta.url);

const minifiers = {
  // No targets: nothing is rewritten for older browsers, or out of what newer ones would do.
  css: (filename, code) => transform({ filename, code, minify: true }).code,
  js: (filename, code) => {
    const result = minifySync(filename, code.toString(), { module: true });
    if (result.errors.length > 0) throw new Error(`${filename}: ${result.errors[0].message}`);
    return result.code;
  },
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const name of readdirSync(sources)) {
  const minify = minifiers[name.split(".").at(-1)];
  if (minify) writeFileSync(new URL(name, target), minify(name, readFileSync(new URL(name, sources))));
}
