import type { Browser, Frame, Page } from "playwright-core";

/** What a page did: a script ran, or one tried to and the policy stopped it, or the page could not be looked at. */
export type Sight = readonly [what: "ran" | "tried" | "stuck", url: string];

const FRAMES_OF_A_PAGE = 16;
const PAGES_AT_ONCE = 3;

/**
 * Loads each address in a frame, many frames to a page, fires events at all that is in it and clicks all that can be clicked.
 * The address of a frame that would not load or answer is tried once more in a page of its own, then told as stuck.
 */
export async function visitAll(
  browser: Browser,
  urls: readonly string[],
  progress: (visited: number) => void = () => {},
): Promise<readonly Sight[]> {
  const batches = chunksOf(urls, FRAMES_OF_A_PAGE);
  const seen: Sight[] = [];
  let visited = 0;
  const visitor = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const stuck = await visitTogether(browser, batch, seen);
      for (const url of stuck) {
        if ((await visitTogether(browser, [url], seen)).length > 0) seen.push(["stuck", url]);
      }
      visited += batch.length;
      progress(visited);
    }
  };
  await Promise.all(Array.from({ length: PAGES_AT_ONCE }, visitor));
  return seen;
}

/** Visits the addresses, each in a frame of one page. @returns those that would not load or answer */
async function visitTogether(browser: Browser, urls: readonly string[], seen: Sight[]): Promise<readonly string[]> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    context.on("page", (other) => other.close().catch(() => {}));
    page.on("dialog", (dialog) => {
      seen.push(["ran", dialog.message()]);
      dialog.dismiss().catch(() => {});
    });
    await context.exposeBinding("pumiceSaw", ({ frame }, what: Sight[0]) => seen.push([what, urlOf(frame)]));
    await context.addInitScript(watch);
    await context.route("**/*", (route, request) =>
      /^(?:data:|http:\/\/127\.0\.0\.1)/.test(request.url()) ? route.continue() : route.abort(),
    );
    return await provokeAll(page, urls);
  } finally {
    await context.close();
  }
}

async function provokeAll(page: Page, urls: readonly string[]): Promise<readonly string[]> {
  await page.setContent(
    urls.map((_, index) => `<iframe name="visit-${index}" width=400 height=300></iframe>`).join(""),
  );
  const answers = urls.map(async (url, index) => {
    const frame = page.frame(`visit-${index}`);
    return !!frame && (await within(20_000, provoke(frame, url)));
  });
  const answered = await Promise.all(answers);
  return urls.filter((_, index) => !answered[index]);
}

async function provoke(frame: Frame, url: string): Promise<boolean> {
  visiting.set(frame, url);
  await frame.goto(url, { waitUntil: "load", timeout: 15_000 });
  // A page that leaves for another by itself ends what is done in it, which is no fault of the one who looks.
  await frame.evaluate(fireEverything).catch(() => {});
  return true;
}

const visiting = new WeakMap<Frame, string>();

/** The address that was visited, also when the report comes out of a frame within its page. */
function urlOf(frame: Frame): string {
  for (let outer: Frame | null = frame; outer; outer = outer.parentFrame()) {
    const url = visiting.get(outer);
    if (url) return url;
  }
  return frame.url();
}

/** Whether the work ends well within so many milliseconds. */
function within(limit: number, work: Promise<boolean>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), limit).unref());
  return Promise.race([work.catch(() => false), late]);
}

function chunksOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}

/** Runs in the page, before anything of its own. */
function watch(): void {
  const report = (what: string) => (globalThis as unknown as { pumiceSaw(what: string): void }).pumiceSaw(what);
  for (const name of ["alert", "confirm", "prompt", "print"]) {
    Object.defineProperty(globalThis, name, { value: () => report("ran"), writable: false, configurable: false });
  }
  document.addEventListener("securitypolicyviolation", (event) => {
    if (event.effectiveDirective.startsWith("script-src") && event.blockedURI === "inline") report("tried");
  });
}

/** Runs in the page: every event at every element, with those that it names in attributes, then a click on each. */
async function fireEverything(): Promise<void> {
  document.addEventListener("click", keepHere, true);
  document.addEventListener("submit", (event) => event.preventDefault(), true);
  const names = "mouseover mouseenter focus blur load error animationstart toggle scroll keydown input loadstart".split(
    " ",
  );
  const elements = [...document.querySelectorAll<HTMLElement>("*")].slice(0, 500);
  for (const element of elements) {
    const own = [...element.attributes].filter(({ name }) => /^on/i.test(name)).map(({ name }) => name.slice(2));
    for (const name of new Set([...names, ...own])) element.dispatchEvent(new Event(name));
    if (element.closest("main")) element.click?.();
  }
  await new Promise((resolve) => setTimeout(resolve, 50));

  /** Following a link that is one would end the test of this page. */
  function keepHere(event: Event): void {
    const link = (event.target as Element).closest?.("a, area");
    if (link && !/^\s*javascript:/i.test(link.getAttribute("href") ?? "")) event.preventDefault();
  }
}
