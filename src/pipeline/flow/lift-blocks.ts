import type { Element, ElementContent, RootContent } from "hast";
import { opaqueTags } from "../../html/content-model.js";
import { element as create } from "../../html/create.js";
import { isBlank, stringAttribute } from "../../html/query.js";
import { cutAtBlocks, isBlock } from "./runs.js";

/** Deeper than that no wrapper is worth the copies. */
const DEEPEST = 12;

/**
 * An inline element with blocks in it is no HTML that could be laid out: its meaning goes into each block, onto each run of text.
 * `depth` counts the inline elements around it.
 */
export function liftBlocks(inline: Element, depth: number): RootContent[] {
  const target = stringAttribute(inline, "id") ?? stringAttribute(inline, "name");
  const { id: _id, name: _name, ...properties } = inline.properties;
  const bare = { ...inline, properties };
  const wraps = depth < DEEPEST && (inline.tagName !== "span" || Object.keys(properties).length > 0);
  const parts = cutAtBlocks(inline.children).flatMap((part): RootContent[] => {
    if (Array.isArray(part)) return wraps ? wrapped(part, bare) : part;
    if (wraps && isBlock(part)) wrapInside(part, bare);
    return [part];
  });
  return withTarget(parts, target);
}

/** Puts the meaning of `inline` onto the text in a block. */
function wrapInside(block: Element, inline: Element): void {
  if (opaqueTags.has(block.tagName)) return;
  if (inline.tagName === "strong" && /^(?:h[1-6]|th)$/.test(block.tagName)) return;
  block.children = cutAtBlocks(block.children).flatMap((part): RootContent[] => {
    if (Array.isArray(part)) return wrapped(part, inline);
    if (isBlock(part)) wrapInside(part, inline);
    return [part];
  }) as ElementContent[];
}

function wrapped(run: readonly RootContent[], inline: Element): RootContent[] {
  if (run.every(isBlank)) return [...run];
  return [create(inline.tagName, { ...inline.properties }, run as ElementContent[])];
}

/** Links find their target still. */
function withTarget(parts: RootContent[], id: string | undefined): RootContent[] {
  if (id === undefined) return parts;
  const first = parts.find((part) => part.type === "element" && part.properties.id === undefined);
  if (first?.type !== "element") return [create("a", { id }), ...parts];
  first.properties.id = id;
  return parts;
}
