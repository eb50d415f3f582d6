import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listAssets } from "../../src/writer/assets.js";
import { makeFolder } from "./folder.js";

test("the site's assets win over the theme's, hidden files stay behind", () => {
  const theme = makeFolder({ "main.css": "theme", "fonts/a.woff2": "f" });
  const site = makeFolder({ "main.css": "site", ".env": "secret", "a/.git/config": "x", ".well-known/x.txt": "w" });
  const { outputs, messages } = listAssets([
    { folder: theme, to: "assets" },
    { folder: site, to: "assets" },
    { folder: join(site, "none"), to: "" },
  ]);
  expect(outputs).toEqual([
    { path: "assets/.well-known/x.txt", copyFrom: join(site, ".well-known/x.txt") },
    { path: "assets/fonts/a.woff2", copyFrom: join(theme, "fonts/a.woff2") },
    { path: "assets/main.css", copyFrom: join(site, "main.css") },
  ]);
  expect(messages).toEqual([]);
});

test("links are followed within their folder only", () => {
  const secret = makeFolder({ "id.txt": "secret" });
  const site = makeFolder({ "real.txt": "r" });
  symlinkSync(join(site, "real.txt"), join(site, "inside.txt"));
  symlinkSync(join(secret, "id.txt"), join(site, "outside.txt"));
  symlinkSync(secret, join(site, "folder"));
  symlinkSync(site, join(site, "loop"));
  symlinkSync(join(site, "nowhere"), join(site, "dangling"));
  const { outputs, messages } = listAssets([{ folder: site, to: "" }]);
  expect(outputs.map((output) => output.path)).toEqual(["inside.txt", "real.txt"]);
  expect(messages.map((message) => message.file).sort()).toEqual(["dangling", "folder", "loop", "outside.txt"]);
});
