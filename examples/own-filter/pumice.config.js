// @ts-check
import { defineConfig } from "pumice";
import { initialsOf } from "./initials.js";

/* A filter for layouts: `{{ site.author.name | initials }}`. What it returns is escaped as everything else is. */
export default defineConfig({
  filters: { initials: (/** @type {string} */ name) => initialsOf(name) },
});
