import type { Element, Root, Text } from "hast";
import { isElement } from "../../html/query.js";
import { isCjk } from "../../lib/cjk.js";
import type { Step } from "../step.js";

/**
 * Pretty-printing puts a line end and an indent inside and around inline elements. Between Latin words that is a space, but
 * next to Chinese it is a false one. Spaces that the author typed, on one line, stay; code is not touched.
 */
export const whitespace: Step = {
  name: "whitespace",
  transform(tree) {
    for (const run of inlineRuns(tree)) repair(run);
  },
};

const verbatim = new Set(["pre", "code", "textarea", "math", "script", "style", "svg", "kbd", "samp"]);
const inline = new Set(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var big label".split(
    " ",
  ),
);

type Piece = Text | "fixed";

/** Texts that stand in one line of prose, across the borders of inline elements. */
function inlineRuns(tree: Root): Piece[][] {
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  const close = (): void => {
    if (run.some((piece) => piece !== "fixed")) runs.push(run);
    run = [];
  };
  const visit = (parent: Root | Element): void => {
    for (const child of parent.children) {
      if (child.type === "text") run.push(child);
      else if (child.type !== "element") continue;
      else if (verbatim.has(child.tagName)) {
        if (inline.has(child.tagName)) run.push("fixed");
        else close();
      } else if (inline.has(child.tagName)) visit(child);
      else if (isElement(child, "img", "wbr")) run.push("fixed");
      else {
        close();
        visit(child);
        close();
      }
    }
  };
  visit(tree);
  close();
  return runs;
}

const BLANK = /[ \t\n\r\f]+/g;

/** Folds the white space of a run, and drops what only the printer put there. */
function repair(run: readonly Piece[]): void {
  let before: string | undefined;
  let pending: { text: Text; isPrinted: boolean } | undefined;
  for (const piece of run) {
    if (piece === "fixed") {
      if (pending) pending.text.value += " ";
      pending = undefined;
      before = "x";
      continue;
    }
    const source = piece.value;
    piece.value = "";
    let from = 0;
    BLANK.lastIndex = 0;
    const addWord = (word: string): void => {
      if (word === "") return;
      if (pending) {
        if (before !== undefined && isKept(before, word[0]!, pending.isPrinted)) pending.text.value += " ";
        pending = undefined;
      }
      piece.value += word;
      before = word.at(-1);
    };
    for (let match = BLANK.exec(source); match; match = BLANK.exec(source)) {
      addWord(source.slice(from, match.index));
      from = BLANK.lastIndex;
      pending = { text: piece, isPrinted: (pending?.isPrinted ?? false) || /[\n\r]/.test(match[0]) };
    }
    addWord(source.slice(from));
  }
}

function isKept(before: string, after: string, isPrinted: boolean): boolean {
  if (!isPrinted) return true;
  if (isCjk(before) || isCjk(after)) return false;
  return !/[,.;:!?)\]}]/.test(after);
}
