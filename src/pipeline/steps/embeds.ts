import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { findElement, isElement, stringAttribute } from "../../html/query.js";
import { schemeOf } from "../../html/urls.js";
import { type Outcome, REMOVE, UNWRAP } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

const name = "embeds";

/**
 * What other sites would show in a frame becomes a visible link: no request to them before a reader asks for it. What has
 * no address leaves its fallback behind, and is recorded.
 */
export const embeds: Step = {
  name,
  visitor: {
    enter: {
      iframe: (element, article) => linkTo(stringAttribute(element, "src"), element, article),
      embed: (element, article) => linkTo(stringAttribute(element, "src"), element, article),
      object: (element, article) => linkTo(addressOfObject(element), element, article),
      script(element, article) {
        const src = stringAttribute(element, "src");
        // A gist's script is the code itself.
        if (!src || !/\/\/gist\.github\.com\//.test(src)) return undefined;
        return linkTo(src.replace(/\.js(?=$|\?)/, ""), element, article);
      },
    },
  },
};

/** Flash was written three times over, for three browsers: in `data`, in a parameter, and in an `embed` inside. */
function addressOfObject(object: Element): string | undefined {
  const movie = findElement(
    object,
    (child) => child.tagName === "param" && /^(?:movie|src|url)$/i.test(stringAttribute(child, "name") ?? ""),
  );
  const embed = findElement(object, (child) => isElement(child, "embed", "iframe"));
  return (
    stringAttribute(object, "data") ||
    (movie && stringAttribute(movie, "value")) ||
    (embed && stringAttribute(embed, "src"))
  );
}

function linkTo(src: string | undefined, element: Element, article: Article): Outcome {
  const address = src?.trim();
  if (!address) return withoutAddress(element, article);
  const whole = address.startsWith("//") ? `https:${address}` : address;
  if (!["http", "https", undefined].includes(schemeOf(whole))) {
    article.record(name, "remove", `${element.tagName} that is no web page`, { sample: whole });
    return REMOVE;
  }
  const video = /youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]+)/.exec(whole)?.[1];
  const url = video ? `https://www.youtube.com/watch?v=${video}` : whole;
  article.record(name, "replace", element.tagName, { sample: url });
  const host = URL.canParse(url) ? new URL(url).host : "embed";
  return [
    create("p", { className: ["embed"] }, [create("a", { href: url, className: ["embed"], dataEmbed: host }, [url])]),
  ];
}

function withoutAddress(element: Element, article: Article): Outcome {
  const rule = `${element.tagName} without an address`;
  if (element.tagName === "object") {
    article.record(name, "unwrap", rule);
    return UNWRAP;
  }
  article.record(name, "remove", rule, { sample: stringAttribute(element, "srcdoc") ?? "" });
  return REMOVE;
}
