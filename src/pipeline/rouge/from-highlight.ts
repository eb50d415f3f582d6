import type { ElementContent } from "hast";
import { classList } from "../../html/query.js";
import { highlightCode } from "../code/highlight-code.js";
import { escapeCode } from "../kramdown/escape.js";

/** Tokens of highlight.js under Rouge's names, as far as they say the same. */
export function fromHighlight(code: string, name: string): string {
  const nodes = plain.has(name) ? undefined : highlightCode(code, name);
  return nodes ? nodes.map((node) => printNode(node)).join("") : escapeCode(code);
}

const plain = new Set(["plaintext", "text", "plain", "none"]);

const classes: Readonly<Record<string, string>> = {
  keyword: "k",
  built_in: "nb",
  type: "kt",
  literal: "kc",
  operator: "o",
  punctuation: "p",
  regexp: "sr",
  subst: "si",
  symbol: "ss",
  title: "nf",
  variable: "nv",
  doctag: "c1",
  meta: "cp",
  section: "gh",
  name: "nt",
  attr: "na",
  attribute: "nl",
  property: "nx",
  bullet: "pi",
  link: "s",
  quote: "c",
  strong: "gs",
  emphasis: "ge",
  addition: "gi",
  deletion: "gd",
  "selector-tag": "nt",
  "selector-id": "nf",
  "selector-class": "nc",
  "selector-attr": "nd",
  "selector-pseudo": "nd",
  "template-tag": "cp",
  "template-variable": "nv",
};

function printNode(node: ElementContent): string {
  if (node.type === "text") return withNames(node.value);
  if (node.type !== "element") return "";
  const scopes = classList(node).map((name) => name.replace(/^hljs-|_$/g, ""));
  const text = textOf(node);
  const className = classOf(scopes, text);
  const isNested = node.children.some((child) => child.type === "element");
  if (!className) return node.children.map((child) => printNode(child)).join("");
  if (!isNested) return span(className, text);
  return node.children
    .map((child) => (child.type === "text" ? span(className, child.value) : printNode(child)))
    .join("");
}

function classOf([scope = "", ...others]: readonly string[], text: string): string | undefined {
  if (scope === "string") return text.startsWith("'") ? "s1" : text.startsWith('"') ? "s2" : "s";
  if (scope === "number") return /^0x/i.test(text) ? "mh" : /[.eE]/.test(text) ? "mf" : "mi";
  if (scope === "comment") return text.startsWith("/*") ? "cm" : "c1";
  if (scope === "title" && others.includes("class")) return "nc";
  return classes[scope];
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}

function span(className: string, text: string): string {
  return text === "" ? "" : `<span class="${className}">${escapeCode(text)}</span>`;
}

/** Words are names, and what is neither word nor blank is an operator or punctuation. */
function withNames(text: string): string {
  return text.replace(
    /([\p{L}_$][\p{L}\p{N}_$]*)|([-+*/%=<>!&|^~?:]+)|([()[\]{};,.]+)|([\s\S])/gu,
    (_, word, operator, punctuation, other) => {
      if (word !== undefined) return span("n", word);
      if (operator !== undefined) return span("o", operator);
      return punctuation === undefined ? escapeCode(other) : span("p", punctuation);
    },
  );
}
