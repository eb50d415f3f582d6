import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

/*
 * Puts the program into few files, since Node takes two milliseconds for each of some 560 modules, in every thread. What
 * `package.json` names as a dependency stays outside; the development dependencies that the program uses go into it, with
 * their licences.
 */

const root = fileURLToPath(new URL("..", import.meta.url));
// Of the program before this one; where compiling ends early, the new one finds none.
rmSync(join(root, "dist/code-hash.txt"), { force: true });
rmSync(join(root, "dist/compile-cache"), { recursive: true, force: true });
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const outside = new Set(Object.keys(dependencies));
const packageOf = (id) => /^(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? id;

const bundle = await rolldown({
  cwd: root,
  input: Object.fromEntries(
    ["cli", "index", "work/tasks", "config/json-schema", "lib/program-fingerprint"].map((name) => [
      name,
      `src/${name}.ts`,
    ]),
  ),
  platform: "node",
  tsconfig: true,
  external: (id) => outside.has(packageOf(id)),
});
const { output } = await bundle.write({
  dir: "dist",
  format: "esm",
  entryFileNames: "[name].js",
  chunkFileNames: "chunks/[name]-[hash].js",
});
await bundle.close();

// V8 keeps a text with a single Chinese sign in twice the memory, in every thread.
for (const { fileName, code } of output) if (code) writeFileSync(join(root, "dist", fileName), escapeSigns(code));

removeOldCode(new Set(output.map(({ fileName }) => join(root, "dist", fileName))));
writeFileSync(join(root, "dist/LICENSES.txt"), licences(output.flatMap((chunk) => chunk.moduleIds ?? [])));

/** Code with signs beyond ASCII as escapes, which mean the same in texts, patterns and names. */
function escapeSigns(code) {
  const raw = /String\.raw`[^`]*[\u0080-\uffff][^`]*`/.exec(code);
  if (raw) throw new Error(`In String.raw, an escape is not the sign that it stands for: ${raw[0]}`);
  return code.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What an earlier program left would count as part of this one. */
function removeOldCode(written) {
  const names = readdirSync(join(root, "dist"), { recursive: true });
  const code = names.filter((name) => name.endsWith(".js") && !name.startsWith(`assets${sep}`));
  for (const file of code.map((name) => join(root, "dist", name))) if (!written.has(file)) rmSync(file);
}

function licences(modules) {
  const inPackages = modules.filter((file) => file.includes(`node_modules${sep}`) && existsSync(file));
  const folders = new Set(inPackages.map((file) => packageFolder(dirname(file))));
  return [...folders].sort().map(licence).join("\n\n");
}

function packageFolder(folder) {
  return existsSync(join(folder, "package.json")) && "name" in packageIn(folder)
    ? folder
    : packageFolder(dirname(folder));
}

function packageIn(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

function licence(folder) {
  const { name, version, license } = packageIn(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}`;
}
