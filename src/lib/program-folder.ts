import { existsSync } from "node:fs";

/** The program's own folder, with `package.json`, the built-in theme and the templates; wherever the bundler put this code. */
export const programFolder: URL = findUpwards(new URL(".", import.meta.url));

/** Whether the compiled program runs, and not its sources, as in the tests. */
export const isCompiled = import.meta.url.endsWith(".js");

/** Where the code that runs lies. */
export const codeFolder = new URL(isCompiled ? "dist/" : "src/", programFolder);

function findUpwards(folder: URL): URL {
  return existsSync(new URL("package.json", folder)) ? folder : findUpwards(new URL("../", folder));
}
