// Search in the browser; docs/search.md describes the files that it reads. Text is folded and cut as src/search/ does it.

const isWide = (character) => character >= "\u2e80";
const known = {};

function lettersOf(character) {
  known[character] ??= character
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[\ufe00-\ufe0f\p{Cf}]/gu, "")
    .replace(/[^\p{L}\p{N}\p{M}]/gu, " ");
  return known[character];
}

/** Folded text, and where the character of each of its units begins and ends in `text`. */
export function fold(given) {
  const text = given.normalize("NFC");
  const [starts, ends] = [[], []];
  let folded = "";
  let gap = false;
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const put = (unit, from, to) => {
      folded += unit;
      starts.push(from);
      ends.push(to);
    };
    const last = folded.at(-1) ?? "\u2e80";
    const isSuffix = /[+#]/.test(character) && !gap && !isWide(last);
    for (const unit of isSuffix ? character : lettersOf(character).split("")) {
      if (unit === " ") gap = true;
      else {
        if (gap && folded && !isWide(unit) && !isWide(folded.at(-1))) put(" ", ends.at(-1), start);
        gap = false;
        put(unit, start, end);
      }
    }
    start = end;
  }
  return { text, folded, starts, ends };
}

export function gramCode(...units) {
  const [first, second, third] = units.map((unit) => unit.charCodeAt(0));
  let code = Math.imul(first, 0x9e3779b1);
  code = Math.imul(code ^ (code >>> 15) ^ second, 0x85ebca6b);
  code = Math.imul(code ^ (code >>> 13) ^ third, 0xc2b2ae35);
  return (code ^ (code >>> 16)) >>> 2;
}

/** Adds the grams of a folded text; to `doubtful` those that it may have only since it was cut out there. */
export function addGrams(folded, sure, doubtful, isCutBefore, isCutBehind) {
  for (let at = 0; at < folded.length; at += 1) {
    const [before = " ", first, second, third] = [folded[at - 1], folded[at], folded[at + 1], folded[at + 2]];
    if (!isWide(first) && first !== " " && (before === " " || isWide(before))) {
      const isDoubtful = (isCutBefore && at === 0) || (isCutBehind && !second);
      (isDoubtful ? doubtful : sure).push(gramCode(" ", first, !second || isWide(second) ? " " : second));
    }
    if (!second || first === " ") continue;
    if (isWide(first) || isWide(second)) sure.push(gramCode(first, second));
    else if (third && third !== " " && !isWide(third)) sure.push(gramCode(first, second, third));
  }
  return sure;
}

const spread = (codes, most) =>
  codes.length <= most
    ? codes
    : Array.from({ length: most }, (_, at) => codes[Math.round((at * (codes.length - 1)) / (most - 1))]);

/** `pieces` that a post must have, `ways` to find it by grams, and `extra` grams that it has if it has the whole `phrase`. */
export function readQuery(query) {
  const pieces = query
    .split(/\s+/)
    .map((piece) => fold(piece).folded)
    .filter(Boolean);
  const phrase = fold(query).folded;
  const [sure, doubtful] = [[], []];
  for (const [at, piece] of pieces.entries()) addGrams(piece, sure, doubtful, at === 0, at === pieces.length - 1);
  const extra = addGrams(phrase, [], [], true, true).filter((code) => !sure.includes(code));
  // One wide character alone is looked up in titles and headings.
  const singles = phrase
    .split("")
    .filter(isWide)
    .map((unit) => gramCode(unit));
  const ways = sure.length ? [sure] : [extra, doubtful, singles].filter((codes) => codes.length);
  return { pieces, phrase, ways: ways.map((codes) => spread([...new Set(codes)], 6)), extra: spread(extra, 4) };
}

const shardOf = (code, bits) => Math.floor(code / 2 ** (30 - bits));

/** The list of a gram in its shard: weights by post number. */
export function findList(bytes, bits, wanted) {
  const list = new Map();
  let at = 0;
  const read = () => {
    for (let number = 0, scale = 1; ; scale *= 128) {
      number += (bytes[at] & 127) * scale;
      if (bytes[at++] < 128) return number;
    }
  };
  for (let code = shardOf(wanted, bits) * 2 ** (30 - bits); at < bytes.length; ) {
    code += read();
    const end = read() + at;
    for (let post = -1; code === wanted && at < end; ) {
      const number = read();
      post += (number >>> 2) + 1;
      list.set(post, number & 3);
    }
    at = end;
  }
  return list;
}

/** The posts in all lists, best first: those with the phrase, then by title, headings, frequency and date. */
function rank(lists, extra, posts) {
  const found = [];
  for (const post of lists.reduce((a, b) => (b.size < a.size ? b : a)).keys()) {
    const weights = lists.map((list) => list.get(post));
    if (weights.includes(undefined)) continue;
    const sum = weights.reduce((a, b) => a + b);
    const phrase = extra.length && extra.every((list) => list.has(post)) ? 12 : 0;
    found.push([post, phrase + Math.min(...weights) * 4 + (sum * 2) / weights.length + post / posts]);
  }
  return found.sort((a, b) => b[1] - a[1]).map(([post]) => post);
}

/** Opens the index. `read(path, version)` gives the `Response` for a file of it. */
export async function openIndex(read) {
  const { version, posts, settled, bits, list: inList } = await (await read("index.json")).json();
  const files = {};
  const load = (path, as) => {
    files[path] ??= read(path, version).then((response) => response[as]());
    return files[path];
  };
  const listOf = async (code) => {
    const parts = ["settled", "recent"].map(async (part) =>
      findList(new Uint8Array(await load(`${part}/${shardOf(code, bits[part])}.bin`, "arrayBuffer")), bits[part], code),
    );
    const [list, recent] = await Promise.all(parts);
    for (const [post, weight] of recent) list.set(post + settled, weight);
    return list;
  };
  const listsOf = (codes) => Promise.all(codes.map(listOf));
  return {
    async find({ ways, extra }) {
      const found = [];
      for (const codes of ways) {
        const lists = await listsOf(codes);
        const ranked = rank(lists, [], posts);
        found.push(...(ranked.length > 10 ? rank(lists, await listsOf(extra), posts) : ranked));
      }
      return [...new Set(found)];
    },
    describe: async (post) => (await load(`posts/${Math.floor(post / inList)}.json`, "json"))[post % inList],
  };
}

/** What to show of a text, as pieces and whether they were sought; nothing where something is missing. */
export function excerpt({ pieces, phrase }, title, whole) {
  const { text, folded, starts, ends } = fold(whole);
  const inTitle = fold(title).folded;
  const has = (piece) => folded.includes(piece) || inTitle.includes(piece);
  if (!has(phrase) && !pieces.every(has)) return undefined;
  const sought = folded.includes(phrase) ? [phrase] : pieces;
  const first = folded.indexOf(sought.find((piece) => folded.includes(piece)));
  const parts = [];
  for (let at = Math.max(0, first - 30), stop = at + 160; at < stop && at < folded.length; ) {
    const hit = sought.find((piece) => folded.startsWith(piece, at));
    const next = at + (hit ? hit.length : 1);
    parts.push(
      [text.slice(starts[at], ends[next - 1]), Boolean(hit)],
      [text.slice(ends[next - 1], starts[next]), false],
    );
    at = next;
  }
  return parts;
}

/** Results; pages are read six at a time. */
export async function* search(query, index, readPage) {
  const wanted = readQuery(query);
  const found = await index.find(wanted);
  while (found.length) {
    const round = found.splice(0, 6).map(async (number) => {
      const [url, title, day] = await index.describe(number);
      return { url, title, day, parts: excerpt(wanted, title, await readPage(url)) };
    });
    for (const result of round) if ((await result).parts) yield result;
  }
}

/** The text that a reader sees of a post on its page. */
function textOfPage(html) {
  const page = new DOMParser().parseFromString(
    html.replace(/<(?=\/?(?:p|li|h\d|t[dhr]|d[dt]|br|div)\b)/g, " <"),
    "text/html",
  );
  const body = page.querySelector("[itemprop=articleBody]") ?? page.querySelector("article, main") ?? page.body;
  for (const hidden of body.querySelectorAll("script, style, template, noscript, semantics > :not(annotation)"))
    hidden.remove();
  return body.textContent;
}

function startSearch(form) {
  // Without this script it would be a button that does nothing.
  form.hidden = false;
  const { root, busy, found, none, failed } = form.dataset;
  const field = form.elements.q;
  const [status, results, more] = ["status", "results", "more"].map((name) =>
    document.getElementById(`search-${name}`),
  );
  let index;
  let session;
  let timer;
  const read = async (path, options) => {
    const response = await fetch(root + path, options);
    if (!response.ok) throw new Error(response.url);
    return response;
  };
  const readFile = (path, version) =>
    version ? read(`search/${path}?${version}`) : read(`search/${path}`, { cache: "no-cache" });
  const readPage = async (url) => {
    try {
      return textOfPage(await (await read(url.slice(1))).text());
    } catch {
      return "";
    }
  };
  const make = (name, ...content) => {
    const element = document.createElement(name);
    element.append(...content);
    return element;
  };

  async function show() {
    const own = session;
    more.hidden = true;
    try {
      for (let left = 6; left > 0; left -= 1) {
        const { value, done } = await own.next();
        if (session !== own) return;
        if (done) break;
        more.hidden = left > 1;
        const link = make("a", value.title);
        link.href = root + value.url.slice(1);
        const parts = value.parts.map(([text, isSought]) => (isSought ? make("mark", text) : text));
        results.append(make("li", link, " ", make("time", value.day), make("p", ...parts)));
      }
      const count = results.children.length;
      status.textContent = count ? found.replace("{count}", more.hidden ? count : `${count}+`) : none;
    } catch {
      index = undefined;
      if (session === own) status.textContent = failed;
    }
  }

  function run() {
    const query = field.value.trim();
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    results.replaceChildren();
    more.hidden = true;
    status.textContent = query ? busy : "";
    index ??= openIndex(readFile);
    const opened = index;
    session = (async function* () {
      if (query) yield* search(query, await opened, readPage);
    })();
    if (query) show();
  }

  const runSoon = (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(run, 200);
  };
  field.addEventListener("input", runSoon);
  field.addEventListener("compositionend", runSoon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    run();
  });
  more.addEventListener("click", async () => {
    const last = results.lastElementChild;
    await show();
    last.nextElementSibling?.querySelector("a").focus();
  });
  document.addEventListener("keydown", (event) => {
    const stops = [field, ...results.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? Number.NaN)];
    if (at < 0 || event.isComposing) return;
    if (next) event.preventDefault();
    next?.focus();
    if (event.key !== "Escape") return;
    if (at === 0) field.value = "";
    field.focus();
    if (at === 0) run();
  });
  // In development the site, and so its index, may be another from now on.
  document.addEventListener("pumice:update", () => {
    index = undefined;
  });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) run();
}

const form = globalThis.document?.getElementById("search");
if (form) startSearch(form);
