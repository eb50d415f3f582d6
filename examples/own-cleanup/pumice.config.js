// @ts-check
import { defineConfig } from "pumice";

/*
 * The posts come from a shop's blog of which Pumice knows nothing. One sign in the page is enough to recognise it; then the
 * frame goes, the wrappers lose their tags, and the price tags become text. `pumice explain FILE` shows what each rule did.
 */
export default defineConfig({
  cleanups: [
    {
      name: "tea-shop",
      detect: ["div.teashop-post", /<!-- made by teashop/],
      article: ["div.teashop-post"],
      // Any CSS selector finds what shall go.
      remove: ["div.teashop-banner", "p.teashop-rating", "p:has(> a.basket)"],
      unwrap: ["div.teashop-row"],
      enter: {
        span: (element) => {
          if (!String(element.properties.className).includes("price")) return undefined;
          return [{ type: "text", value: `(${element.properties.dataAmount} €)` }];
        },
      },
    },
  ],
});
