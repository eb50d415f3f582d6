import type { ElementContent } from "hast";
import type { Emitter } from "highlight.js";
import { element, text } from "../../html/create.js";
import { remembering } from "../../lib/remembering.js";

/**
 * Makes nodes of what highlight.js finds, as its own emitter makes HTML: to print that and read it again costs as much as a
 * third of the finding. Scopes in which nothing stands go: the library marks empty lists of parameters, too.
 */
export class TokenEmitter implements Emitter {
  readonly nodes: ElementContent[] = [];
  /** The children of what is open. */
  readonly #open: ElementContent[][] = [this.nodes];
  /** Whether text goes on that was written before. */
  #isInText = false;

  addText(added: string): void {
    if (added === "") return;
    const siblings = this.#open.at(-1)!;
    const last = siblings.at(-1);
    if (this.#isInText && last?.type === "text") last.value += added;
    else siblings.push(text(added));
    this.#isInText = true;
  }

  startScope(scope: string): void {
    this.#startSpan(classesOf(scope));
  }

  endScope(): void {
    if (this.#open.length === 1) return;
    if (this.#open.pop()!.length === 0) this.#open.at(-1)!.pop();
    this.#isInText = false;
  }

  /** The same under the names that the library itself calls. */
  openNode(scope: string): void {
    this.startScope(scope);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage({ nodes }: TokenEmitter, name: string): void {
    if (name) this.#startSpan([`language-${name}`]);
    for (const node of nodes) {
      if (node.type === "text") this.addText(node.value);
      else {
        this.#open.at(-1)!.push(node);
        this.#isInText = false;
      }
    }
    if (name) this.endScope();
  }

  finalize(): void {
    while (this.#open.length > 1) this.endScope();
  }

  /** Nobody reads it. */
  toHTML(): string {
    return "";
  }

  #startSpan(classes: readonly string[]): void {
    const span = element("span", { className: [...classes] });
    this.#open.at(-1)!.push(span);
    this.#open.push(span.children);
    this.#isInText = false;
  }
}

/** `title.class.inherited` has the classes `hljs-title class_ inherited__`. */
const classesOf = remembering(500, (scope): readonly string[] => {
  const [first, ...others] = scope.split(".");
  return [`hljs-${first}`, ...others.map((name, index) => name + "_".repeat(index + 1))];
});
