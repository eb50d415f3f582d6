// Pictures that are shown smaller than they are open in a dialog of their own size.
const selector = ".prose img, .cover img";

// With a set to choose from, `naturalWidth` follows the width of the page: what is in the set tells more.
function largest(image) {
  const own = { url: image.src, width: Number(image.getAttribute("width")) };
  const set = [...image.srcset.matchAll(/(\S+)\s+(\d+)w/g)].map(([, url, width]) => ({ url, width: Number(width) }));
  if (set.length === 0) return { url: image.currentSrc || image.src, width: image.naturalWidth };
  return [own, ...set].reduce((best, next) => (next.width > best.width ? next : best));
}

const canGrow = (image) =>
  !image.closest("a") && largest(image).width > image.clientWidth * 1.2 && image.clientWidth > 40;

function offer(image) {
  if (image.tabIndex === 0 || !canGrow(image)) return;
  const { enlarge } = document.getElementById("image-zoom").content.firstElementChild.dataset;
  image.tabIndex = 0;
  image.setAttribute("role", "button");
  image.setAttribute("aria-label", [enlarge, image.alt].filter(Boolean).join(": "));
}

function open(image) {
  const dialog = document.getElementById("image-zoom").content.firstElementChild.cloneNode(true);
  const picture = new Image();
  picture.alt = image.alt;
  picture.referrerPolicy = "no-referrer";
  picture.src = largest(image).url;
  dialog.append(picture);
  document.body.append(dialog);
  dialog.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    image.focus();
  });
  dialog.showModal();
}

const isOffered = (target) => target.matches(`:is(${selector})[role="button"]`);

document.addEventListener("click", ({ target }) => {
  if (isOffered(target)) open(target);
});
document.addEventListener("keydown", (event) => {
  if (!isOffered(event.target) || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  open(event.target);
});
// Pictures load late, and their events do not bubble.
const onPicture = (type, act) =>
  document.addEventListener(type, ({ target }) => target.matches?.(selector) && act(target), true);
// A picture that is not there any more needs no ground: the style sheet puts a light one on dark pages.
const lose = (image) => image.classList.add("lost");
onPicture("load", offer);
onPicture("error", lose);

function offerAll() {
  for (const image of document.querySelectorAll(selector)) {
    offer(image);
    if (image.complete && image.naturalWidth === 0) lose(image);
  }
}
document.addEventListener("pumice:update", offerAll);
offerAll();
