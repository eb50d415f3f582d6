import type { CommandEntry } from "./command.js";

/** All commands, in the order of `pumice --help`. */
export const commands: readonly CommandEntry[] = [
  { name: "build", aliases: ["b"], summary: "write the site", load: async () => (await import("./build.js")).build },
  {
    name: "dev",
    aliases: ["serve", "s"],
    summary: "show the site and follow its changes",
    load: async () => (await import("./dev.js")).dev,
  },
  {
    name: "preview",
    summary: "serve what was built as a host would",
    load: async () => (await import("./preview.js")).preview,
  },
  { name: "init", summary: "make a site of a folder", load: async () => (await import("./init.js")).init },
  { name: "new", summary: "write an empty post or draft", load: async () => (await import("./new.js")).newPost },
  {
    name: "publish",
    summary: "make a post of a draft",
    load: async () => (await import("./publish.js")).publish,
  },
  {
    name: "list",
    summary: "list posts, tags, drafts, redirects or urls",
    load: async () => (await import("./list.js")).list,
  },
  {
    name: "check",
    summary: "look for broken links, missing pictures and other problems",
    load: async () => (await import("./check.js")).check,
  },
  {
    name: "explain",
    summary: "tell what becomes of one post, and why",
    load: async () => (await import("./explain.js")).explain,
  },
  {
    name: "import-images",
    summary: "fetch the pictures of posts from other hosts, once",
    load: async () => (await import("./import-images.js")).importImages,
  },
  {
    name: "doctor",
    summary: "find what keeps Pumice from working here",
    load: async () => (await import("./doctor.js")).doctor,
  },
  {
    name: "completion",
    summary: "print a completion script for bash, zsh or fish",
    load: async () => (await import("./completion.js")).completion,
  },
  {
    name: "cache",
    summary: "join the caches of several machines",
    load: async () => (await import("./cache.js")).cache,
  },
  { name: "clean", summary: "remove what builds have written", load: async () => (await import("./clean.js")).clean },
];
