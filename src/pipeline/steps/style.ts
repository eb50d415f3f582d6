/** What a style says about text, apart from its looks. */
export type Meaning = "bold" | "italic" | "deleted" | "underlined" | "raised" | "lowered";

export interface StyleReading {
  readonly meanings: readonly Meaning[];
  /** Meanings that the style takes back. */
  readonly without: readonly Meaning[];
  /** `center`, `right` … */
  readonly align: string | undefined;
}

const nothing: StyleReading = { meanings: [], without: [], align: undefined };
const telling = /font-weight|font-style|font\s*:|text-decoration|vertical-align|text-align/i;

/** Reads the declarations of a `style` attribute that mean something. */
export function readStyle(style: string): StyleReading {
  if (!telling.test(style)) return nothing;
  const meanings = new Set<Meaning>();
  const without = new Set<Meaning>();
  let align: string | undefined;
  for (const declaration of style.toLowerCase().split(";")) {
    const colon = declaration.indexOf(":");
    const property = declaration.slice(0, colon).trim();
    const value = declaration.slice(colon + 1).trim();
    if (property === "text-align") align = value.replace(/\s*!important$/, "");
    else for (const [meaning, says] of readDeclaration(property, value)) (says ? meanings : without).add(meaning);
  }
  return { meanings: [...meanings], without: [...without], align };
}

function readDeclaration(property: string, value: string): [Meaning, boolean][] {
  switch (property) {
    case "font-weight":
      return [["bold", /^(?:bold|[6-9]00)/.test(value)]];
    case "font-style":
      return [["italic", /^(?:italic|oblique)/.test(value)]];
    case "font":
      return [
        ...(/\b(?:bold|bolder|[6-9]00)\b/.test(value) ? [["bold", true] as [Meaning, boolean]] : []),
        ...(/\b(?:italic|oblique)\b/.test(value) ? [["italic", true] as [Meaning, boolean]] : []),
      ];
    case "text-decoration":
    case "text-decoration-line":
      if (value.includes("line-through")) return [["deleted", true]];
      return [["underlined", value.includes("underline")]];
    case "vertical-align":
      if (value.startsWith("super")) return [["raised", true]];
      return value.startsWith("sub") ? [["lowered", true]] : [];
    default:
      return [];
  }
}
