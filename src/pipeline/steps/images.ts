import { stringAttribute } from "../../html/query.js";
import { parseWebUrl } from "../../html/urls.js";
import { REMOVE } from "../../html/walk.js";
import type { Step } from "../step.js";

const name = "images";

/** Pictures load when they are needed, tell foreign hosts nothing about the page, and have an `alt`. */
export const images: Step = {
  name,
  visitor: {
    enter: {
      img(element, article) {
        const { properties } = element;
        if (String(properties.width) === "1" && String(properties.height) === "1") {
          article.record(name, "remove", "tracking pixel", { sample: String(properties.src ?? "") });
          return REMOVE;
        }
        const lazy = stringAttribute(element, "data-original") ?? stringAttribute(element, "data-src");
        if (lazy && (!properties.src || String(properties.src).startsWith("data:"))) properties.src = lazy;
        properties.alt ??= "";
        properties.loading = "lazy";
        properties.decoding = "async";
        if (parseWebUrl(String(properties.src ?? ""))) properties.referrerPolicy = "no-referrer";
        for (const side of ["width", "height"]) {
          const size = /^\s*(\d+)(?:\.\d+)?(?:px)?\s*$/.exec(String(properties[side] ?? ""))?.[1];
          if (size) properties[side] = Number(size);
          else delete properties[side];
        }
        return undefined;
      },
    },
  },
};
