import type { Message } from "../model/message.js";
import type { Page } from "../model/page.js";
import type { Engine } from "./engine.js";

/** One warning for each layout that pages ask for and that does not exist; they are put into `default` instead. */
export function unknownLayouts(engine: Pick<Engine, "hasLayout">, pages: Iterable<Page>): readonly Message[] {
  const askers = new Map<string, Page[]>();
  for (const page of pages) {
    if (engine.hasLayout(page.layout)) continue;
    askers.set(page.layout, [...(askers.get(page.layout) ?? []), page]);
  }
  return [...askers].map(([layout, [first, ...others]]) => warning(layout, first!, others.length));
}

function warning(layout: string, first: Page, others: number): Message {
  const also = others === 0 ? "" : ` (and ${others} more)`;
  return {
    severity: "warning",
    ruleId: "layout-unknown",
    reason: `There is no layout \`${layout}\`, so \`default\` is used${also}`,
    note: `Write layouts/${layout}.html, or change \`layout:\` in the front matter`,
    ...(first.source !== undefined && { file: first.source }),
  };
}
