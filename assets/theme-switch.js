// The button that turns the colours. A choice that is the system's own is forgotten, and the page follows the system again.
const key = "pumice-theme";
const { dataset } = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

const theme = () => dataset.theme ?? (system.matches ? "dark" : "light");

function show() {
  for (const button of document.querySelectorAll(".theme-switch"))
    button.setAttribute("aria-pressed", String(theme() === "dark"));
  document.dispatchEvent(new CustomEvent("pumice:theme", { detail: theme() }));
}

function choose(choice) {
  const isSystems = choice === (system.matches ? "dark" : "light");
  if (isSystems) delete dataset.theme;
  else dataset.theme = choice;
  try {
    if (isSystems) localStorage.removeItem(key);
    else localStorage.setItem(key, choice);
  } catch {
    // Then the choice holds for this page.
  }
  show();
}

document.addEventListener("click", ({ target }) => {
  if (target.closest(".theme-switch")) choose(theme() === "dark" ? "light" : "dark");
});

// Another tab, or the system at nightfall.
addEventListener("storage", (event) => {
  if (event.key !== key) return;
  if (event.newValue) dataset.theme = event.newValue;
  else delete dataset.theme;
  show();
});
system.addEventListener("change", show);
document.addEventListener("pumice:update", show);
show();
