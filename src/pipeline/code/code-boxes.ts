import type { Element } from "hast";
import { text } from "../../html/create.js";
import { classList, findElement, isElement, stringAttribute } from "../../html/query.js";

const codeClasses = /^(?:code|code[-_]?(?:block|box|snippet|sample)|source[-_]?code)$/i;
const monospace = /font-family\s*:[^;]*(?:courier|consolas|monaco|menlo|lucida console|monospace)/i;

/** What code has none of: then the box is called after the code in it. */
const others = "pre img table ul ol h1 h2 h3 h4 h5 h6 blockquote figure iframe".split(" ");

/** Whether a box without a `<pre>` is one block of code: old editors wrote each line as a paragraph or ended it with a `<br>`. */
export function isCodeBox(box: Element): boolean {
  const isNamed = classList(box).some((name) => codeClasses.test(name));
  const style = stringAttribute(box, "style") ?? "";
  const isEvernotes = /-en-codeblock\s*:\s*true/.test(style);
  if (!isNamed && !isEvernotes && !monospace.test(style)) return false;
  if (findElement(box, (inner) => isElement(inner, ...others))) return false;
  if (isEvernotes) return true;
  const lines = linesOf(box);
  return lines.length > 1 && lines.filter(looksLikeCode).length * 2 >= lines.length;
}

function linesOf(box: Element): string[] {
  return writtenLines(box)
    .split("\n")
    .filter((line) => line.trim() !== "");
}

/** The text with an end of line where one is shown. */
function writtenLines(element: Element): string {
  return element.children
    .map((child) => {
      if (child.type === "text") return child.value.replace(/[ \t]*\n[ \t]*/g, " ");
      if (child.type !== "element") return "";
      if (child.tagName === "br") return "\n";
      return isElement(child, "p", "div") ? `\n${writtenLines(child)}\n` : writtenLines(child);
    })
    .join("");
}

/** Statements end and begin with signs that sentences have not. */
function looksLikeCode(line: string): boolean {
  return /[;{}()[\]=,>\\|&]\s*$|^\s*[<>@$#}{/*)\]]|^(?:\u00a0| )*\u00a0{2}|[\w)\]]\s*(?:=|==|=>|->|:=|\(\))\s*\S/.test(
    line,
  );
}

/**
 * The box as if its code stood in a `<pre>`: a line end of the source is a blank, and none where a line begins. Only hard
 * spaces indent.
 */
export function withoutPrintedLines(box: Element): Element {
  if (/white-space\s*:\s*pre/i.test(stringAttribute(box, "style") ?? "")) return box;
  let atStart = true;
  const copy = (parent: Element): Element => ({
    ...parent,
    children: parent.children.map((child) => {
      if (child.type === "text") {
        const value = child.value.replace(/[ \t\r\n]+/g, " ").replace(atStart ? /^ / : "", "");
        if (value !== "") atStart = false;
        return text(value);
      }
      if (child.type !== "element") return child;
      if (isElement(child, "br", "p", "div")) atStart = true;
      const inner = copy(child);
      if (isElement(child, "p", "div")) atStart = true;
      return inner;
    }),
  });
  return copy(box);
}
