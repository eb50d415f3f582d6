import type { Element, ElementContent } from "hast";
import { element, text } from "../../html/create.js";
import { isElement } from "../../html/query.js";
import { type CodePiece, codeText } from "./code-text.js";

declare module "hast" {
  interface ElementData {
    /** On the `<code>` of a block: its text in colours that another highlighter found. */
    tokens?: ElementContent[];
  }
}

/** What every block of code becomes: `<pre><code class="language-x">` and text. Colours wait until prose has been cleaned. */
export function createCodeBlock(pieces: readonly CodePiece[], language: string | undefined): Element {
  const code = element("code", language ? { className: [`language-${language}`] } : {});
  const isPlain = pieces.every((piece) => !piece.within);
  if (isPlain) {
    code.children = [text(codeText(pieces))];
    if (pieces.some((piece) => piece.className))
      code.data = { tokens: toTokens(pieces) } as NonNullable<Element["data"]>;
  } else code.children = withElements(pieces);
  return element("pre", {}, [code]);
}

/** The `<code>` of a block that `createCodeBlock` made, or of one that looks just like it. */
export function codeOfBlock(pre: Element): Element | undefined {
  const [only, ...others] = pre.children;
  return isElement(only, "code") && others.length === 0 ? only : undefined;
}

function toTokens(pieces: readonly CodePiece[]): ElementContent[] {
  const tokens: ElementContent[] = [];
  let run = "";
  let classOfRun: string | undefined;
  for (const piece of pieces) {
    const className = piece.text.trim() ? piece.className : undefined;
    if (className !== classOfRun && run !== "") {
      tokens.push(tokenOf(run, classOfRun));
      run = "";
    }
    run += piece.text;
    classOfRun = className;
  }
  if (run !== "") tokens.push(tokenOf(run, classOfRun));
  return tokens;
}

function tokenOf(code: string, className: string | undefined): ElementContent {
  return className ? element("span", { className: [className] }, [text(code)]) : text(code);
}

function withElements(pieces: readonly CodePiece[]): ElementContent[] {
  return runs(pieces, (piece) => piece.within).map(([within, run]) =>
    within ? element(within.tagName, within.properties, [codeText(run)]) : text(codeText(run)),
  );
}

/** Neighbours with the same key, together. */
function runs<K>(pieces: readonly CodePiece[], keyOf: (piece: CodePiece) => K): [K, CodePiece[]][] {
  const found: [K, CodePiece[]][] = [];
  for (const piece of pieces) {
    const key = keyOf(piece);
    const last = found.at(-1);
    if (last && last[0] === key) last[1].push(piece);
    else found.push([key, [piece]]);
  }
  return found;
}
