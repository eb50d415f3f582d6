import type { AllowList } from "../html/sanitize.js";
import { mathClasses } from "./math/looks.js";

/*
 * The allow-list as data. What is not named here does not leave the pipeline. There is no iframe, no form, no style and no
 * event handler in it: embeds have become links, and looks are the theme's.
 */

const blocks =
  "p h2 h3 h4 h5 h6 blockquote pre hr div section figure figcaption ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td details summary";
const inlines =
  "a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time tt u var wbr";
const media = "img picture source video audio track";
const mathMl =
  "math semantics annotation mrow mi mn mo ms mtext mspace msup msub msubsup mfrac msqrt mroot mover munder munderover mmultiscripts mprescripts none mtable mtr mtd mstyle mpadded mphantom merror menclose";

const classes = [
  "className",
  /^language-[\w+#.-]+$/,
  /^hljs(?:-[\w-]+|)$/,
  mathClasses,
  /^(?:align-(?:center|right)|center|image|emoji|embed|video|table-box|math|math-display|math-inline|footnotes?|footnote-ref|footnote-back|task|abbr|comments|plain|linenos)$/,
] as [string, ...RegExp[]];

const cell = ["colSpan", "rowSpan", "headers", "scope"];
const size = ["width", "height"];

const mathAttributes = [
  "display",
  "displaystyle",
  "scriptlevel",
  "mathvariant",
  "stretchy",
  "fence",
  "form",
  "separator",
  "lspace",
  "rspace",
  "minsize",
  "maxsize",
  "movablelimits",
  "accent",
  "accentunder",
  "linethickness",
  "columnalign",
  "rowspacing",
  "columnspacing",
  "columnlines",
  "rowlines",
  "notation",
  "encoding",
  "depth",
  "voffset",
  "largeop",
  "symmetric",
  "mathcolor",
  "mathbackground",
  "mathsize",
  ...size,
];

export const sanitizeSchema: AllowList = {
  tagNames: `${blocks} ${inlines} ${media} ${mathMl}`.split(" "),
  attributes: {
    "*": ["id", "lang", "dir", "title", classes],
    a: ["href", "rel", "hrefLang", "dataPlayer", "ariaLabel", "role"],
    figure: ["dataEmbed", "dataPlayer"],
    img: ["src", "srcSet", "sizes", "alt", "loading", "decoding", "referrerPolicy", ...size],
    source: ["src", "srcSet", "type", "media", "sizes", ...size],
    video: ["src", "poster", "controls", "preload", "loop", "muted", "playsInline", ...size],
    audio: ["src", "controls", "preload", "loop"],
    track: ["src", "kind", "srcLang", "label"],
    ol: ["start", "reversed", "type"],
    li: ["value"],
    td: cell,
    th: [...cell, "abbr"],
    col: ["span"],
    colgroup: ["span"],
    time: ["dateTime"],
    data: ["value"],
    del: ["cite", "dateTime"],
    ins: ["cite", "dateTime"],
    q: ["cite"],
    blockquote: ["cite"],
    details: ["open"],
    div: ["role", "ariaLabel", "tabIndex"],
    ...Object.fromEntries(mathMl.split(" ").map((tagName) => [tagName, mathAttributes])),
    math: ["xmlns", "display", "alttext", ...mathAttributes],
  },
  protocols: {
    href: ["http", "https", "mailto", "tel", "pumice-post"],
    cite: ["http", "https"],
    src: ["http", "https", "data"],
    poster: ["http", "https"],
  },
  // What may be seen only inside of its parent: alone it would be dropped by the parser or lay out wrongly.
  ancestors: {
    li: ["ol", "ul"],
    dt: ["dl"],
    dd: ["dl"],
    tbody: ["table"],
    thead: ["table"],
    tfoot: ["table"],
    tr: ["table"],
    td: ["table"],
    th: ["table"],
    caption: ["table"],
    col: ["table"],
    colgroup: ["table"],
    figcaption: ["figure"],
    summary: ["details"],
    source: ["picture", "video", "audio"],
    track: ["video", "audio"],
    rt: ["ruby"],
    rp: ["ruby"],
  },
  // Their content is no text of the article.
  strip: [
    "script",
    "style",
    "template",
    "noscript",
    "title",
    "head",
    "object",
    "embed",
    "iframe",
    "select",
    "textarea",
  ],
  allowComments: false,
};

const [, ...keptClasses] = classes;

/** Whether a class means something to the theme. Others do not leave the pipeline. */
export function isKeptClass(name: string): boolean {
  return keptClasses.some((pattern) => pattern.test(name));
}
