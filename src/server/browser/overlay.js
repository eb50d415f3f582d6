// @ts-nocheck: runs in the browser, whose types the rest of the program must not see.
/*
 * A card over the page that tells what is wrong with the site. All text is set as text, never as HTML, and the style sheet is
 * made by script, which a site's Content-Security-Policy allows.
 */

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { all: initial }
  section {
    position: fixed; inset: auto 1rem 1rem; z-index: 2147483647; margin: 0 auto; max-width: 56rem; max-height: 60vh;
    overflow: auto; box-sizing: border-box; padding: 1rem 1.25rem; border-radius: .5rem; border-top: .3rem solid #e5484d;
    background: #1b1a19; color: #f2efe9; font: 15px/1.5 system-ui, sans-serif; box-shadow: 0 .5rem 2rem rgb(0 0 0 / .5);
  }
  header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; font-weight: 600 }
  article { margin-top: .75rem }
  p { margin: .25rem 0 }
  .place { color: #ffb3b5; font-family: ui-monospace, monospace; overflow-wrap: anywhere }
  .note { color: #9ad7a4 }
  pre { margin: .5rem 0; padding: .5rem .75rem; overflow: auto; background: #000; font: 13px/1.5 ui-monospace, monospace }
  button { font: inherit; color: inherit; background: #3a3836; border: 0; border-radius: .3rem; padding: .2rem .7rem; cursor: pointer }
  button:focus-visible, summary:focus-visible { outline: 2px solid #7cb8f2 }
  summary { cursor: pointer; margin-top: .75rem }
`);

let card;
let hidden = "";

/** Shows the problems, or takes the card away when there are none. What the reader hid stays hidden until it changes. */
export function showProblems(problems) {
  const text = JSON.stringify(problems);
  if (text !== hidden) hidden = "";
  if (problems.length === 0 || hidden !== "") return remove();
  card ??= document.createElement("pumice-problems");
  const root = card.shadowRoot ?? card.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  root.replaceChildren(section(problems, text));
  if (!card.isConnected) document.documentElement.append(card);
}

function remove() {
  card?.remove();
}

function section(problems, text) {
  const button = element("button", "Hide");
  button.addEventListener("click", () => {
    hidden = text;
    remove();
  });
  const own = problems.filter((problem) => problem.own);
  const others = problems.filter((problem) => !problem.own);
  const first = own.length > 0 ? own : others.splice(0, 1);
  const title = problems.length === 1 ? "A problem" : `${problems.length} problems`;
  const result = element("section", element("header", element("span", title), button), ...first.map(article));
  result.setAttribute("role", "alert");
  if (others.length > 0) result.append(element("details", element("summary", "Elsewhere"), ...others.map(article)));
  return result;
}

function article({ place, reason, frame, note }) {
  const result = element("article");
  if (place) result.append(classed("place", element("p", place)));
  result.append(element("p", reason));
  if (frame) result.append(element("pre", frame));
  if (note) result.append(classed("note", element("p", `→ ${note}`)));
  return result;
}

function element(name, ...children) {
  const result = document.createElement(name);
  result.append(...children);
  return result;
}

function classed(name, node) {
  node.className = name;
  return node;
}
