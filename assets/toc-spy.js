// Marks in the contents beside the text where the reader is.
let observer;

function watch() {
  observer?.disconnect();
  const links = new Map();
  for (const link of document.querySelectorAll(".toc-aside a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const headings = [...links.keys()];
  let current;

  function mark() {
    const line = innerHeight * 0.3;
    const heading = headings.findLast((one) => one.getBoundingClientRect().top < line) ?? headings[0];
    const link = links.get(heading);
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "location");
    current = link;
    const aside = link.closest(".toc-aside");
    aside.scrollTop = link.offsetTop - aside.clientHeight / 2;
  }

  // Asked whenever a heading crosses the line, and not with every pixel of a scroll.
  observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px" });
  for (const heading of headings) observer.observe(heading);
}

document.addEventListener("pumice:update", watch);
watch();
