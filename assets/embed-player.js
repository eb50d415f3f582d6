// Embeds are links. Where their host has a player, a button loads it into the page: nothing is asked of the host before.
function addButtons() {
  const template = document.getElementById("play-button");
  for (const player of document.querySelectorAll("[data-player]")) {
    const figure = player.closest("figure");
    if (!template || !figure || figure.querySelector(".play, iframe")) continue;
    const link = figure.querySelector("a");
    link.after(" ", template.content.cloneNode(true));
  }
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest(".play");
  if (!button) return;
  const figure = button.closest("figure");
  const { player } = (figure.matches("[data-player]") ? figure : figure.querySelector("[data-player]")).dataset;
  const address = new URL(player, location.href);
  if (address.protocol !== "https:" || address.origin === location.origin) return;
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = figure.querySelector("a").textContent;
  frame.allow = "fullscreen; encrypted-media; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.sandbox = "allow-scripts allow-same-origin allow-popups allow-presentation";
  button.replaceWith(frame);
  frame.focus();
});

document.addEventListener("pumice:update", addButtons);
addButtons();
