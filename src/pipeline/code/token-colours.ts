import type { Element } from "hast";
import { stringAttribute } from "../../html/query.js";

/*
 * Code that was pasted out of an editor says by colour alone what its tokens are. These are the colours of Visual Studio,
 * Eclipse, IntelliJ and Xcode on a light ground, which are nearly all that is found.
 */

const scopes: Readonly<Record<string, string>> = {
  keyword: "blue #0000ff #00f navy #000080 #7f0055 #0033b3 #af00db #0600ff #8f08c4 #0000e6",
  comment: "green #008000 #3f7f5f #3f5fbf #8c8c8c #808080 gray grey #006400 #007400 #666666 #999988",
  string: "#a31515 #006080 #2a00ff #067d17 #c41a16 #dd1144 #b21515",
  type: "#2b91af teal #008080 #2e75b6 #5c2699",
  attr: "red #ff0000 #f00 #7f007f #e50000",
  name: "maroon #800000 #3f7f7f #a52a2a",
  number: "#1750eb #098658 #800080 purple #1c00cf",
  title: "#74531f #795e26 #00627a #6f42c1",
  meta: "#cc6633 #646464 #9e880d #643820",
};

const classes = new Map<string, string>();
for (const [scope, colours] of Object.entries(scopes)) {
  for (const colour of colours.split(" ")) classes.set(colour, `hljs-${scope}`);
}

/** The class of ours that a token's colour stands for. */
export function colourClass(element: Element): string | undefined {
  const colour = colourOf(element);
  return colour === undefined ? undefined : classes.get(hexOf(colour.toLowerCase()));
}

function colourOf(element: Element): string | undefined {
  const style = stringAttribute(element, "style");
  const inStyle = style === undefined ? undefined : /(?:^|[;\s])color\s*:\s*([^;]+)/i.exec(style)?.[1];
  return (inStyle ?? stringAttribute(element, "color"))?.replace(/!important/i, "").trim();
}

function hexOf(colour: string): string {
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(colour);
  if (!rgb) return colour;
  return `#${rgb
    .slice(1)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`;
}
