// @ts-nocheck: runs in the browser, whose types the rest of the program must not see.
/*
 * Follows the page's source: what changed is morphed into the page that is open, so that its scroll position, what is open
 * and what is typed stay. Only the development server sends this file. Nothing here is inline, so that a site's
 * Content-Security-Policy does not stand in its way.
 */
import { Idiomorph } from "./idiomorph.js";
import { showProblems } from "./overlay.js";

let version = document.querySelector("script[data-pumice]")?.dataset.pumice;
let busy = Promise.resolve();
let events;

function connect() {
  events = new EventSource(`/__pumice/events?page=${encodeURIComponent(location.pathname)}`);
  events.onmessage = ({ data }) => {
    const state = JSON.parse(data);
    busy = busy.then(() => follow(state)).catch(() => location.reload());
  };
}

async function follow(state) {
  if (state.version !== version) await update();
  showProblems(state.problems);
}

async function update() {
  const response = await fetch(location.href, { headers: { Accept: "text/html" } });
  const html = await response.text();
  version = response.headers.get("Pumice-Version");
  const typed = rememberTyped();
  await Idiomorph.morph(document.documentElement, html, {
    ignoreActiveValue: true,
    head: { style: "merge" },
    callbacks: { beforeNodeRemoved: (node) => !isOurs(node), beforeAttributeUpdated: mayChange },
  });
  restoreTyped(typed);
  // For scripts of the site that add to the page.
  document.dispatchEvent(new CustomEvent("pumice:update"));
}

const isOurs = (node) => node.localName === "pumice-problems";

/** What the reader opened stays open; what scripts of the site set on the root element, such as a colour scheme, stays set. */
function mayChange(name, element) {
  if (name === "open") return false;
  return element !== document.documentElement || name === "lang" || name === "dir";
}

function rememberTyped() {
  const fields = [...document.querySelectorAll("input, textarea, select")];
  return fields.map((field) => ({ field, value: field.value, checked: field.checked, was: field.defaultValue }));
}

function restoreTyped(typed) {
  for (const { field, value, checked, was } of typed) {
    if (!field.isConnected || value === was) continue;
    if (field.value !== value) field.value = value;
    if (checked !== undefined) field.checked = checked;
  }
}

// A browser opens six connections to a server and no more: hidden pages give theirs back, and catch up when they are seen.
document.addEventListener("visibilitychange", () => {
  events.close();
  if (document.visibilityState === "visible") connect();
});
addEventListener("pagehide", () => events.close());
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) connect();
});

connect();
