import { blockTags } from "../html/content-model.js";

/*
 * What a parser of HTML would have open, from its tags alone, with an end to how much that may be.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Far deeper than pages are written, and far from the end of the stack. */
export const DEEPEST = 200;
/** Formatting that is left open is opened anew by the parser in every paragraph that follows. */
const MOST_FORMATS = 40;
/** The parser keeps three of the same kind and forgets the rest. */
const MOST_ALIKE = 3;

const voids = words(
  "area base br col embed frame hr img input link meta param source track wbr keygen bgsound basefont",
);
const formats = words("a b big code em font i nobr s small strike strong tt u");
const parts = words("td th caption tr tbody thead tfoot colgroup");
/** What is outside of them is no business of what is inside. */
const frames = words("table td th caption object template marquee applet svg math");

/** Elements that end one of their kind, as far as none of the others is between them. */
const siblings: Readonly<Record<string, { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }>> =
  {
    li: { ends: words("li"), within: words("ul ol menu dir table td th") },
    dt: { ends: words("dt dd"), within: words("dl table td th") },
    dd: { ends: words("dt dd"), within: words("dl table td th") },
    option: { ends: words("option"), within: words("select optgroup datalist") },
    rt: { ends: words("rt rp"), within: words("ruby") },
    rp: { ends: words("rt rp"), within: words("ruby") },
    td: { ends: words("td th"), within: words("tr table") },
    th: { ends: words("td th"), within: words("tr table") },
    tr: { ends: words("tr"), within: words("table") },
    tbody: { ends: words("tbody thead tfoot caption"), within: words("table") },
    thead: { ends: words("tbody thead tfoot caption"), within: words("table") },
    tfoot: { ends: words("tbody thead tfoot caption"), within: words("table") },
  };
const tableOnly = words("table");
const paragraph = { ends: words("p"), within: frames };

/** What the rules ask of an element's name. */
interface Kind {
  readonly isBlock: boolean;
  readonly isPart: boolean;
  readonly isVoid: boolean;
  readonly isFormat: boolean;
  readonly sibling: (typeof siblings)[string] | undefined;
}

const kinds = new Map<string, Kind>();
const MOST_KINDS = 500;

function kindOf(name: string): Kind {
  const known = kinds.get(name);
  if (known) return known;
  const kind = {
    isBlock: blockTags.has(name),
    isPart: parts.has(name),
    isVoid: voids.has(name),
    isFormat: formats.has(name),
    sibling: Object.hasOwn(siblings, name) ? siblings[name] : undefined,
  };
  // There could be any number of names that somebody made up.
  if (kinds.size < MOST_KINDS) kinds.set(name, kind);
  return kind;
}

export interface OpenElements {
  /** Whether the start tag may be there: `false` when too much is open. `tag` tells elements of a name apart. */
  readonly open: (name: string, tag: () => string) => boolean;
  readonly close: (name: string) => void;
}

interface Format {
  readonly name: string;
  readonly tag: string;
}

export function createOpenElements(): OpenElements {
  const stack: string[] = [];
  const formatting: Format[] = [];
  /** How much formatting was open where each table began: what is left open in a cell ends with it. */
  const tables: number[] = [];

  function endOne({ ends, within }: typeof paragraph): void {
    for (let index = stack.length - 1; index >= 0 && !within.has(stack[index]!); index -= 1) {
      if (ends.has(stack[index]!)) stack.length = index;
    }
  }

  function endCell(): void {
    formatting.length = Math.min(formatting.length, tables.at(-1) ?? 0);
  }

  /** A link ends the one before it, if that is not outside of the cell: there never are many. */
  function endLink(): void {
    const active = formatting.findLastIndex((format) => format.name === "a");
    if (active >= (tables.at(-1) ?? 0)) closeFormat("a");
  }

  function open(name: string, tag: () => string): boolean {
    const { isBlock, isPart, isVoid, isFormat, sibling } = kindOf(name);
    if (isBlock) endOne(paragraph);
    if (sibling) endOne(sibling);
    if (isPart) {
      endCell();
      // Alone they are nothing.
      if (!stack.includes("table")) return true;
    }
    if (isVoid) return true;
    if (name === "a") endLink();
    const isTooMuch = isFormat && name !== "a" && formatting.length >= MOST_FORMATS;
    if (stack.length >= DEEPEST || isTooMuch) return false;
    if (isFormat) openFormat(name, tag());
    if (name === "table") tables.push(formatting.length);
    stack.push(name);
    return true;
  }

  function openFormat(name: string, tag: string): void {
    if (formatting.filter((other) => other.tag === tag).length < MOST_ALIKE) formatting.push({ name, tag });
  }

  function close(name: string): void {
    const { isBlock, isPart, isFormat } = kindOf(name);
    if (isPart) endCell();
    if (isFormat) {
      closeFormat(name);
      return;
    }
    const at = stack.lastIndexOf(name);
    if (at < 0) return;
    // An end tag reaches its start tag through nothing but what it may end.
    const barriers = isPart ? tableOnly : isBlock ? frames : blockTags;
    if (name !== "table" && isBarred(at, barriers)) return;
    stack.length = at;
    if (name === "table") formatting.length = Math.min(formatting.length, tables.pop() ?? 0);
  }

  function isBarred(at: number, barriers: ReadonlySet<string>): boolean {
    for (let index = at + 1; index < stack.length; index += 1) if (barriers.has(stack[index]!)) return true;
    return false;
  }

  /** Blocks that were opened in it stay open. */
  function closeFormat(name: string): void {
    const at = stack.lastIndexOf(name);
    if (at >= 0) stack.splice(at, 1);
    const active = formatting.findLastIndex((format) => format.name === name);
    if (active >= 0) formatting.splice(active, 1);
  }

  return { open, close };
}
