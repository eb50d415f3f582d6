/** Brackets within brackets: no honest template has so many. */
const maxDepth = 50;

/** A value without filters as LiquidJS writes it, from what Ruby's Liquid takes for one: anything. */
export function expression(written: string, depth = 0): string {
  const text = written.trim();
  if (text === "") return "nil";
  const quote = text[0]!;
  if ((quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote)) return literal(text.slice(1, -1));
  if (/^(?:nil|null|true|false|blank|empty|-?\d+)$/.test(text)) return text;
  const range = /^\((\S+)\.\.(\S+)\)$/.exec(text);
  if (range) return `(${expression(range[1]!, depth)}..${expression(range[2]!, depth)})`;
  const float = /^-?\d[\d.]+$/.test(text) ? Number.parseFloat(text) : Number.NaN;
  return Number.isNaN(float) ? path(text, depth) : floatText(float);
}

const floatText = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));

/** Signs that belong to no name are passed over. */
function path(text: string, depth: number): string {
  const [first, ...others] = depth < maxDepth ? keysOf(text) : [];
  if (first === undefined) return "nil";
  const start = isName(first) ? first : key(first, depth);
  return start + others.map((name) => (isName(name) ? `.${name}` : key(name, depth))).join("");
}

const isName = (text: string): boolean => /^[a-z_][\w-]*$/i.test(text);

function key(written: string, depth: number): string {
  return `[${written.startsWith("[") ? expression(written.slice(1, -1), depth + 1) : literal(written)}]`;
}

/** Names, and what stands in brackets with them; brackets without their other end are passed over. */
function keysOf(text: string): string[] {
  const keys: string[] = [];
  const ends = endsOfBrackets(text);
  const name = /[\w-]+\??/y;
  for (let at = 0; at < text.length; ) {
    name.lastIndex = at;
    const end = ends.get(at);
    const found = end === undefined ? name.exec(text)?.[0] : text.slice(at, end);
    if (found !== undefined) keys.push(found);
    at += found?.length ?? 1;
  }
  return keys;
}

/** Behind the closing bracket of each that is closed, by the place of the opening one. */
function endsOfBrackets(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[[\]]/g)) {
    if (bracket === "[") open.push(index);
    else if (open.length > 0) ends.set(open.pop()!, index + 1);
  }
  return ends;
}

/** Ruby knows no escapes in the literals of templates, and LiquidJS does. */
export function literal(content: string): string {
  const quote = content.includes('"') ? "'" : '"';
  return quote + content.replaceAll("\\", "\\\\") + quote;
}
