import { expect, it } from "vitest";
import { jekyllSite } from "./site.js";

const files = {
  "_config.yml": "plugins: [jekyll-include-cache]\n",
  "_includes/card.html": "[{{ include.kind }} of {{ page.title }}]",
  "a.html": "---\ntitle: A\n---\n{% include_cached card.html kind='tea' %}{% include card.html kind='tea' %}",
  "b.html": "---\ntitle: B\n---\n{% include_cached card.html kind='tea' %}{% include_cached card.html kind='mate' %}",
};

it("include_cached prints what it printed with the same values on another page", async () => {
  const site = jekyllSite(files);
  await site.build();
  expect(site.read("a.html")).toBe("[tea of A][tea of A]");
  expect(site.read("b.html")).toBe("[tea of A][mate of B]");
});
