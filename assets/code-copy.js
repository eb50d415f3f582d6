// A button on each block of code. What is copied is the text of the code alone: numbers of lines are not in it.
function addButtons() {
  const template = document.getElementById("copy-button");
  for (const pre of document.querySelectorAll(".prose pre")) {
    if (!template || pre.parentElement.matches(".code-box")) continue;
    const box = document.createElement("div");
    box.className = "code-box";
    pre.replaceWith(box);
    box.append(pre, template.content.cloneNode(true));
  }
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest(".copy");
  if (!button) return;
  const pre = button.parentElement.querySelector("pre");
  const label = button.textContent;
  if (label === button.dataset.done || label === button.dataset.failed) return;
  try {
    await navigator.clipboard.writeText(pre.textContent);
    button.textContent = button.dataset.done;
  } catch {
    // Without https there is no clipboard: the code is marked, and the reader copies it.
    getSelection().selectAllChildren(pre);
    button.textContent = button.dataset.failed;
  }
  setTimeout(() => {
    button.textContent = label;
  }, 2000);
});

document.addEventListener("pumice:update", addButtons);
addButtons();
