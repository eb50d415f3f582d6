import type { Attributes } from "./element.js";
import { attributesOf } from "./escape.js";

/* Elements as kramdown lays them out: within a line, on a line of their own, and around lines. */

export const spaces = (count: number): string => " ".repeat(Math.max(0, count));

export function span(tag: string, attributes: Attributes, body: string): string {
  return `<${tag}${attributesOf(attributes)}>${body}</${tag}>`;
}

export function block(tag: string, attributes: Attributes, body: string, indent: number): string {
  return `${spaces(indent)}${span(tag, attributes, body)}\n`;
}

export function outer(tag: string, attributes: Attributes, body: string, indent: number): string {
  return `${spaces(indent)}<${tag}${attributesOf(attributes)}>\n${body}${spaces(indent)}</${tag}>\n`;
}
