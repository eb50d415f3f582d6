import type { Element } from "hast";
import { element as create } from "../../html/create.js";
import { stringAttribute } from "../../html/query.js";
import type { Outcome } from "../../html/walk.js";
import type { Article } from "../article.js";
import type { Step } from "../step.js";

const name = "embeds";

/** What other sites would show in a frame becomes a visible link: no request to them before a reader asks for it. */
export const embeds: Step = {
  name,
  visitor: {
    enter: {
      iframe: (element, article) => linkTo(stringAttribute(element, "src"), element, article),
      embed: (element, article) => linkTo(stringAttribute(element, "src"), element, article),
      object: (element, article) => linkTo(stringAttribute(element, "data"), element, article),
      script(element, article) {
        const src = stringAttribute(element, "src");
        // A gist's script is the code itself.
        if (!src || !/\/\/gist\.github\.com\//.test(src)) return undefined;
        return linkTo(src.replace(/\.js(?=$|\?)/, ""), element, article);
      },
    },
  },
};

function linkTo(src: string | undefined, element: Element, article: Article): Outcome {
  if (!src) return undefined;
  const whole = src.startsWith("//") ? `https:${src}` : src;
  const video = /youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]+)/.exec(whole)?.[1];
  const url = video ? `https://www.youtube.com/watch?v=${video}` : whole;
  article.record(name, "replace", element.tagName, { sample: url });
  const host = URL.canParse(url) ? new URL(url).host : "embed";
  return [
    create("p", { className: ["embed"] }, [create("a", { href: url, className: ["embed"], dataEmbed: host }, [url])]),
  ];
}
