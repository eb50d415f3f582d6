// The comments of giscus, in the frame that giscus offers for it. Nothing of it is a script of this page.
const origin = "https://giscus.app";
const themeNow = () => document.documentElement.dataset.theme ?? "preferred_color_scheme";
let frame;

function addressOf(lang, { giscusRepo, repoId, category, categoryId, mapping }) {
  const canonical = document.querySelector('link[rel="canonical"]')?.href ?? location.href.split("#")[0];
  const term = { title: document.title, "og:title": document.title, url: canonical }[mapping] ?? location.pathname;
  const query = new URLSearchParams({
    origin: location.href.split("#")[0],
    theme: themeNow(),
    repo: giscusRepo,
    repoId,
    category,
    categoryId,
    term: mapping === "pathname" ? term.slice(1).replace(/\.\w+$/, "") || "index" : term,
    strict: "0",
    reactionsEnabled: "1",
    emitMetadata: "0",
    inputPosition: "bottom",
    backLink: canonical,
  });
  return `${origin}${lang.startsWith("zh") ? "/zh-CN" : ""}/widget?${query}`;
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest(".comments button");
  if (!button) return;
  const section = button.closest(".comments");
  frame = document.createElement("iframe");
  frame.title = section.querySelector("h2").textContent;
  frame.src = addressOf(section.lang, section.dataset);
  button.replaceWith(frame);
});

addEventListener("message", (event) => {
  const height = event.origin === origin && event.data?.giscus?.resizeHeight;
  if (height && frame) frame.height = String(height);
});

document.addEventListener("pumice:theme", () => {
  frame?.contentWindow.postMessage({ giscus: { setConfig: { theme: themeNow() } } }, origin);
});
