// Search in the browser; docs/search-index.md describes the files that it reads. Text is folded and cut as src/search/ does it.

const isWide = (character) => character >= "\u2e80";
const known = {};

function lettersOf(character) {
  // Most of a Chinese text, and nothing to be looked up.
  if (character >= "\u4e00" && character < "\ua000") return character;
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
  let last = "\u2e80";
  let gap = false;
  let start = 0;
  const put = (unit, from, to) => {
    folded += unit;
    last = unit;
    starts.push(from);
    ends.push(to);
  };
  for (const character of text) {
    const end = start + character.length;
    const isSuffix = (character === "+" || character === "#") && !gap && !isWide(last);
    const letters = isSuffix ? character : lettersOf(character);
    for (let at = 0; at < letters.length; at += 1) {
      if (letters[at] === " ") gap = true;
      else {
        if (gap && !isWide(letters[at]) && !isWide(last)) put(" ", ends.at(-1), start);
        gap = false;
        put(letters[at], start, end);
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

/**
 * `pieces` that a post must have, `ways` to find it by grams, `extra` grams that it has if it has the whole `phrase`, and `others` that
 * it must have, too.
 */
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
  const ways = (sure.length ? [sure] : [extra, doubtful, singles])
    .filter((codes) => codes.length)
    .map((codes) => spread([...new Set(codes)], 6));
  const letters = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    pieces,
    phrase,
    ways,
    extra: spread(extra, 2),
    others: spread(
      [...new Set(sure)].filter((code) => !ways[0].includes(code)),
      6,
    ),
    likely: new RegExp(letters.join("[^\\p{L}\\p{N}]*"), "iu"),
    // What is one gram stands wherever that gram does.
    isGram: pieces.length === 1 && ways.length === 1 && ways[0].length === 1,
  };
}

const shardOf = (code, bits) => Math.floor(code / 2 ** (30 - bits));

/** Writes the list of a gram in its shard into `weights`, one more than each, at the posts' numbers from `first` on. */
export function readList(bytes, bits, wanted, weights, first) {
  let at = 0;
  const read = () => {
    let number = bytes[at++];
    if (number < 128) return number;
    number -= 128;
    for (let scale = 128; ; scale *= 128) {
      const byte = bytes[at++];
      if (byte < 128) return number + byte * scale;
      number += (byte - 128) * scale;
    }
  };
  for (let code = shardOf(wanted, bits) * 2 ** (30 - bits); at < bytes.length; ) {
    code += read();
    const end = read() + at;
    if (code > wanted) return;
    for (let post = first - 1; code === wanted && at < end; ) {
      const number = read();
      post += (number >>> 2) + 1;
      weights[post] = (number & 3) + 1;
    }
    at = end;
  }
}

/** The posts in all lists, best first: those with the phrase, then by title, headings, frequency and date. */
function rank(lists, extra, posts) {
  // Scores and numbers together in one number each, since those are sorted an order of magnitude quicker.
  const scores = new Float64Array(posts);
  let count = 0;
  for (let post = 0; post < posts; post += 1) {
    let sum = 0;
    let least = 4;
    for (let at = 0; at < lists.length && least > 0; at += 1) {
      const weight = lists[at][post];
      sum += weight;
      if (weight < least) least = weight;
    }
    if (least === 0) continue;
    const phrase = extra.length && extra.every((list) => list[post]) ? 12 : 0;
    const score = phrase + (least - 1) * 4 + (sum / lists.length - 1) * 2 + post / posts;
    scores[count++] = Math.floor(score * 1e6) * posts + post;
  }
  return Array.from(scores.subarray(0, count).sort().reverse(), (score) => score % posts);
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
    const weights = new Uint8Array(posts);
    const read = async (part, first) => {
      const shard = await load(`${part}/${shardOf(code, bits[part])}.bin`, "arrayBuffer");
      readList(new Uint8Array(shard), bits[part], code, weights, first);
    };
    await Promise.all([settled > 0 && read("settled", 0), settled < posts && read("recent", settled)]);
    return weights;
  };
  const listsOf = (codes) => Promise.all(codes.map(listOf));
  return {
    async find({ ways, extra }) {
      const found = [];
      // All at once: to look at some lists first would ask for less, and cost a round.
      const phrase = listsOf(extra);
      for (const lists of await Promise.all(ways.map(listsOf))) found.push(...rank(lists, await phrase, posts));
      return [...new Set(found)];
    },
    /** Of the posts found those that are in more lists. */
    async narrow(found, codes) {
      const lists = await listsOf(codes);
      return found.filter((post) => lists.every((list) => list[post]));
    },
    describe: async (post) => (await load(`posts/${Math.floor(post / inList)}.json`, "json"))[post % inList],
  };
}

/** What to show of a text, as pieces and whether they were sought; nothing where something is missing. */
export function excerpt(query, title, whole) {
  // To fold a long text takes longer than all else: mostly the words stand there as they were typed.
  const at = whole.search(query.likely);
  return (at >= 0 && cut(query, title, whole.slice(Math.max(0, at - 300), at + 600))) || cut(query, title, whole);
}

/** Whether the folded texts together have all that was sought. */
function isIn({ pieces, phrase }, ...texts) {
  const has = (piece) => texts.some((text) => text.includes(piece));
  return has(phrase) || pieces.every(has);
}

function cut(query, title, whole) {
  const text = fold(whole);
  const { folded } = text;
  if (!isIn(query, folded, fold(title).folded)) return undefined;
  const sought = soughtIn(folded, query);
  const first = bestPlace(folded, sought);
  let start = Math.max(0, first - 30);
  // Not within a word.
  if (start > 0) start += Math.max(0, folded.slice(start - 1, first).search(/ |[\u2e80-\uffff]/));
  let end = start + 160;
  const isWithinWord = () => [folded[end - 1], folded[end]].every((unit) => unit && unit !== " " && !isWide(unit));
  while (end < start + 190 && isWithinWord()) end += 1;
  const parts = markParts(text, sought, start, end);
  if (start > 0) parts.unshift(["…", false]);
  if (end < folded.length) parts.push(["…", false]);
  return parts;
}

const soughtIn = (folded, { pieces, phrase }) => (folded.includes(phrase) ? [phrase] : pieces);

/** Where there is most of what was sought. */
function bestPlace(folded, sought) {
  let [place, most] = [0, 0];
  for (const piece of sought) {
    for (let at = -1, tries = 20; tries > 0; tries -= 1) {
      at = folded.indexOf(piece, at + 1);
      if (at < 0) break;
      const near = folded.slice(at, at + 120);
      const count = sought.filter((one) => near.includes(one)).length;
      if (count > most) [place, most] = [at, count];
    }
  }
  return place;
}

/** The text between two units of its folded form, in parts that were sought and parts that were not. */
function markParts({ text, folded, starts, ends }, sought, start, end) {
  const parts = [];
  let plain = start > 0 ? starts[start] : 0;
  let at = start;
  while (at < end && at < folded.length) {
    const hit = sought.find((piece) => folded.startsWith(piece, at));
    if (hit) {
      parts.push([text.slice(plain, starts[at]), false]);
      plain = ends[at + hit.length - 1];
      parts.push([text.slice(starts[at], plain), true]);
    }
    at += hit?.length ?? 1;
  }
  parts.push([text.slice(plain, starts[at]), false]);
  return parts.filter(([part]) => part);
}

/** A title in parts, as an excerpt is. */
export function markTitle(query, title) {
  const text = fold(title);
  return markParts(text, soughtIn(text.folded, query), 0, text.folded.length);
}

/** How many posts are looked up at once: as many as a reader is shown. */
const SHOWN = 6;
/** After how many pages a reader is asked whether to look at more. */
const LOOKED = 15;

/**
 * Results; pages are read three at a time, so that the first does not wait for the others. Where the index or the title says that
 * the words are there, the result comes before its page, with a promise of the excerpt. Whenever many pages were looked at,
 * `undefined` comes, for the reader to say whether to go on.
 */
export async function* search(query, index, readPage) {
  const wanted = readQuery(query);
  let found = await index.find(wanted);
  let { others } = wanted;
  let looked = 0;
  const look = async (row) => {
    const [url, title, day] = await row;
    const parts = readPage(url).then((text) => excerpt(wanted, title, text));
    const isSure = wanted.isGram || isIn(wanted, fold(title).folded);
    return { url, title: markTitle(wanted, title), day, parts, isFound: isSure || Boolean(await parts) };
  };
  while (found.length) {
    const rows = found.splice(0, SHOWN).map(index.describe);
    let isWanting = false;
    while (rows.length) {
      const round = rows.splice(0, 3).map(look);
      for (const result of round) {
        const { isFound } = await result;
        isWanting ||= !isFound;
        if (isFound) yield result;
        looked += 1;
        if (looked % LOOKED === 0) yield undefined;
      }
    }
    if (!isWanting || !others.length) continue;
    // Lists tell more, and are smaller than pages.
    found = await index.narrow(found, others);
    others = [];
  }
}

const block =
  /<\/?(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|fig\w+|h[1-6r]|li|[ou]l|p|pre|section|summary|t(?:able|body|d|foot|h|head|r))\b/g;

/** What a reader sees of a post, as in `src/search/text-of-html.ts`; `decode` reads character references. */
export function textOfPage(html, decode) {
  const body = /<(\w+)[^<>]*itemprop="?articleBody\b/.exec(html);
  const start = body ?? /<(article|main)\b/.exec(html) ?? /<(body)\b/.exec(html);
  const from = html.slice(start?.index);
  const seen = from
    .slice(0, endOf(start?.[1], from))
    .replace(/<(script|style|template|noscript)\b[\s\S]*?<\/\1>/g, "")
    .replace(
      /<math\b[\s\S]*?<\/math>/g,
      (math) => /<annotation\b[^>]*>([\s\S]*?)<\/annotation>/.exec(math)?.[1] ?? math,
    )
    .replace(block, " $&")
    .replace(/<(?:[^<>"']|"[^"]*"|'[^']*')*>/g, "");
  return seen.includes("&") ? decode(seen) : seen;
}

/** Where the element ends that begins it. */
function endOf(name, html) {
  let depth = 0;
  for (const { 1: slash, index } of html.matchAll(RegExp(`<(/?)${name}\\b`, "g"))) {
    depth += slash ? -1 : 1;
    if (!depth) return index;
  }
}

function startSearch(form) {
  // Without this script it would be a button that does nothing.
  form.hidden = false;
  const { root, busy, found, none, notYet, failed } = form.dataset;
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
      return textOfPage(await (await read(url.slice(1))).text(), decode);
    } catch {
      return "";
    }
  };
  // A parsed document, not an element of this page: nothing in it is fetched or run.
  const decode = (text) => new DOMParser().parseFromString(text, "text/html").body.textContent;
  // Asked for before there is a query; what fails is said when there is one.
  const open = () => {
    index ??= openIndex(readFile);
    index.catch(() => {});
    return index;
  };
  const make = (name, ...content) => {
    const element = document.createElement(name);
    element.append(...content);
    return element;
  };
  const marked = (parts) => parts.map(([text, isSought]) => (isSought ? make("mark", text) : text));
  const { lang } = document.documentElement;
  // Plain `en` is American to `Intl`; the theme writes the day first.
  const days = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" });
  const dayOf = (day) => {
    const time = make("time", day && days.format(new Date(day)));
    time.dateTime = day;
    return time;
  };

  async function show() {
    const own = session;
    more.hidden = true;
    try {
      let isAll = false;
      for (let left = SHOWN; left > 0; left -= 1) {
        const { value, done } = await own.next();
        if (session !== own) return;
        isAll = done;
        if (!value) break;
        const link = make("a", ...marked(value.title));
        link.href = root + value.url.slice(1);
        const words = make("p");
        results.append(make("li", link, " ", dayOf(value.day), words));
        value.parts.then((parts = []) => words.append(...marked(parts)));
      }
      more.hidden = isAll;
      const count = results.children.length;
      if (count) status.textContent = found.replace("{count}", more.hidden ? count : `${count}+`);
      else status.textContent = more.hidden ? none : notYet;
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
    const opened = open();
    session = (async function* () {
      if (query) yield* search(query, await opened, readPage);
    })();
    if (query) show();
  }

  const runSoon = (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(run, 150);
  };
  field.addEventListener("input", runSoon);
  // Whoever chose the characters waits for nothing else.
  field.addEventListener("compositionend", run);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    run();
  });
  more.addEventListener("click", async () => {
    const last = results.lastElementChild;
    await show();
    (last?.nextElementSibling ?? results.firstElementChild)?.querySelector("a").focus();
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
  else {
    open();
    field.focus();
  }
}

const form = globalThis.document?.getElementById("search");
if (form) startSearch(form);
