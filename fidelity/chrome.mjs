import { attribute, classesOf, elementsIn, rawText, removeElements, styleOf } from "./tree.mjs";

/** @import { Element, Parent } from "./model.d.ts" */

const CHROME_CLASSES = new Set(
  (
    "article-header-box postTitle blog-extension-box artid pre-numbering hljs-button sharedaddy addtoany_share_save_container feedflare " +
    "crayon-tools crayon-plain-wrap cnblogs_code_toolbar cnblogs_code_copy cnblogs_code_collapse code_img_closed code_img_opened " +
    "code-block-extension-header jp-relatedposts blogger-post-footer zemanta-pixie link-desc link-link al2fb_like_button headerlink MathJax_Preview MathJax_SVG_Display"
  ).split(" "),
);
const CHROME_IDS = new Set(["blogExtensionBox", "articleContentId", "main-toc"]);
const RENDERED_BY_MATHJAX =
  /^(?:MathJax|MathJax_Display|MathJax_SVG|MathJax_CHTML|MJX_Assistive_MathML|MathJax_Preview)$/;

/** Takes out what the old site put around and into the post: titles, tables of contents, buttons, doubles of formulas. @param {Parent} root */
export function removeChrome(root) {
  removeBullets(root);
  const mathJax = [...elementsIn(root)].some(
    (element) => element.tagName === "script" && /^math\/tex/.test(attribute(element, "type") ?? ""),
  );
  removeElements(
    root,
    (element) => isChrome(element) || (mathJax && classesOf(element).some((name) => RENDERED_BY_MATHJAX.test(name))),
  );
}

/** Bullets and numbers that Word wrote as text, where a list shall show them. @param {Parent} root */
function removeBullets(root) {
  for (const paragraph of elementsIn(root)) {
    if (!classesOf(paragraph).some((name) => /^MsoList(?:Paragraph|Bullet|Number)/.test(name))) continue;
    const first = firstText(paragraph);
    if (first !== undefined)
      first.value = first.value.replace(/^\s*(?:[·•o§Ø]|(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)])[\s\u00a0]+/, "");
  }
}

/** @param {Element} element */
function firstText(element) {
  for (const child of [element, ...elementsIn(element)].flatMap((inner) => inner.childNodes)) {
    if ("value" in child && child.nodeName === "#text" && child.value.trim() !== "") return child;
  }
  return undefined;
}

/** @param {Element} element */
function isChrome(element) {
  const id = attribute(element, "id") ?? "";
  const classes = classesOf(element);
  // Word writes the bullets and numbers of its lists as text.
  if (/mso-list\s*:\s*ignore/i.test(attribute(element, "style") ?? "")) return true;
  if (classes.includes("tools") && isToolbar(element)) return true;
  if (isSignOfHeading(element) || isDrawnTwice(element)) return true;
  if (CHROME_IDS.has(id) || classes.some((name) => CHROME_CLASSES.has(name))) return true;
  if (element.tagName === "ac:task-id" || element.tagName === "ac:task-status") return true;
  if (element.tagName === "ac:parameter" && attribute(element, "ac:name") !== "title") return true;
  if (element.tagName === "footer" && isImprint(element)) return true;
  if (element.tagName === "p" && (attribute(element, "class_") === "artid" || /-toc$/.test(id))) return true;
  if (classes.includes("toc") || id === "toc" || id === "markdown-toc") return isContentsList(element);
  return element.tagName === "svg" && styleOf(element, "display").startsWith("none");
}

/** A link of a heading to itself, with nothing but a sign. @param {Element} element */
function isSignOfHeading(element) {
  const parent = element.parentNode;
  const inHeading = parent !== null && "tagName" in parent && /^h[1-6]$/.test(parent.tagName);
  return (
    inHeading &&
    element.tagName === "a" &&
    /^#./.test(attribute(element, "href") ?? "") &&
    /^\s*[¶§#]\s*$/.test(rawText(element))
  );
}

/** MathJax 3 draws a formula and has it as MathML too; EnlighterJS colours code beside the code. @param {Element} element */
function isDrawnTwice(element) {
  if (classesOf(element).includes("enlighter"))
    return (element.parentNode?.childNodes ?? []).some(
      (other) => "tagName" in other && classesOf(other).includes("enlighter-raw"),
    );
  if (element.tagName !== "mjx-math") return false;
  return (element.parentNode?.childNodes ?? []).some(
    (other) => "tagName" in other && other.tagName === "mjx-assistive-mml",
  );
}

/** Medium's export says below each story where it comes from. @param {Element} footer */
function isImprint(footer) {
  return [...elementsIn(footer)].some((element) => classesOf(element).includes("p-canonical"));
}

/** Buttons above the code of an old highlighter. @param {Element} element */
function isToolbar({ parentNode: bar }) {
  const frame = bar !== null && "parentNode" in bar ? bar.parentNode : null;
  return [bar, frame].some(
    (outer) => outer !== null && "tagName" in outer && classesOf(outer).includes("dp-highlighter"),
  );
}

/** Whether all links of an element lead into the page. @param {Element} element */
function isContentsList(element) {
  const links = [...elementsIn(element)].filter(
    (inner) => inner.tagName === "a" && attribute(inner, "href") !== undefined,
  );
  return links.length > 0 && links.every((link) => attribute(link, "href")?.includes("#"));
}
