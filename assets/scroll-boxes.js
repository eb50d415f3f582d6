// What scrolls by itself can be reached by the keyboard, and only that: not every browser sees to it.
const boxes = ".prose pre, .prose .table-box, .prose .math-display, .prose math[display='block']";

function mark() {
  for (const box of document.querySelectorAll(boxes)) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

addEventListener("resize", mark);
document.addEventListener("pumice:update", mark);
mark();
