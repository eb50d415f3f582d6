import type { Element, Nodes, Root } from "hast";
import { visibleText } from "../html/query.js";
import type { PipelineOptions } from "../model/config.js";
import type { Document } from "../model/document.js";
import type { Message, Severity } from "../model/message.js";
import type { Change, Heading, LocalUrl } from "../model/post.js";
import { createFormulaRenderer } from "./math/formula-renderer.js";

/** The post at work: its tree and all that the steps find out. It lives as long as the processing of its post. */
export class Article {
  readonly document: Document;
  readonly options: PipelineOptions;
  tree: Root;
  /** From the page itself; the front matter's title is apart. */
  pageTitle: string | undefined;
  source: string | undefined;
  /** Ids of the platform that the page gives away. */
  readonly ids: Record<string, string> = {};
  readonly origins: { cleanup: string; sign: string }[] = [];
  headings: readonly Heading[] = [];
  excerptHtml = "";
  text = "";
  readonly urls: LocalUrl[] = [];
  hasCode = false;
  /** Ids that elements had, and those that they have now. */
  renamedIds: readonly (readonly [string, string])[] = [];
  readonly messages: Message[] = [];
  /** Knows the formulas that the post has had so far. */
  readonly renderFormula = createFormulaRenderer();
  /** Set when a message would like the position of a node, and the tree has none. */
  wantsPositions = false;
  readonly #changes = new Map<string, Change>();

  constructor(document: Document, options: PipelineOptions, tree: Root) {
    this.document = document;
    this.options = options;
    this.tree = tree;
  }

  get changes(): readonly Change[] {
    return [...this.#changes.values()];
  }

  /**
   * Notes what a step did. `lost` is the node whose visible text goes away with it, `sample` something to show where
   * nothing is lost, `count` how often it happened (once).
   */
  record(
    step: string,
    action: Change["action"],
    rule: string,
    about?: { lost?: Nodes; sample?: string; count?: number },
  ): void {
    const key = `${step}\n${rule}`;
    const known = this.#changes.get(key);
    const lost = about?.lost ? visibleText(about.lost) : "";
    const lostText = lost.replace(/\s+/g, "").length;
    this.#changes.set(key, {
      step,
      rule,
      action,
      count: (known?.count ?? 0) + (about?.count ?? 1),
      lostText: (known?.lostText ?? 0) + lostText,
      sample: known?.sample || (about?.sample ?? lost).replace(/\s+/g, " ").trim().slice(0, 80),
    });
  }

  report(severity: Severity, ruleId: string, reason: string, about?: { node?: Element | Nodes; note?: string }): void {
    const start = about?.node?.position?.start;
    if (about?.node && !start) this.wantsPositions = true;
    this.messages.push({
      severity,
      ruleId,
      reason,
      ...(about?.note ? { note: about.note } : {}),
      file: this.document.path,
      ...(start ? { line: start.line + this.document.bodyLine - 1, column: start.column } : {}),
    });
  }
}
