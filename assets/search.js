// Search in the browser. The files that it reads are described in docs/search.md; text is folded and cut into grams exactly
// as src/search/ does it (test/search/client.test.ts compares the two).

const isWide = (character) => character >= "\u2e80";
const known = new Map();

function foldCharacter(character) {
  if (!known.has(character)) {
    const folded = character
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, "")
      .normalize("NFC");
    known.set(character, folded.replace(/[\ufe00-\ufe0f\p{Cf}]/gu, "").replace(/[^\p{L}\p{N}\p{M}]/gu, " "));
  }
  return known.get(character);
}

/** Folded text, and for each of its units the place in the text from which it comes. `text` must be in NFC. */
export function fold(text) {
  let folded = "";
  let gap = false;
  let place = 0;
  const places = [];
  for (const character of text) {
    const last = folded.at(-1) ?? "\u2e80";
    const isSuffix = /[+#]/.test(character) && !gap && !isWide(last) && last !== " ";
    for (const unit of isSuffix ? character : foldCharacter(character).split("")) {
      if (unit === " ") {
        gap = true;
        continue;
      }
      if (gap && folded && !isWide(unit) && !isWide(folded.at(-1))) {
        folded += " ";
        places.push(place);
      }
      gap = false;
      folded += unit;
      places.push(place);
    }
    place += character.length;
  }
  return { folded, places };
}

export function gramCode(...units) {
  const [first, second = 0, third = 0] = units.map((unit) => unit?.charCodeAt(0));
  let code = Math.imul(first, 0x9e3779b1);
  code = Math.imul(code ^ (code >>> 15) ^ second, 0x85ebca6b);
  code = Math.imul(code ^ (code >>> 13) ^ third, 0xc2b2ae35);
  return (code ^ (code >>> 16)) >>> 2;
}

/** Codes of the grams of a folded text, and whether a gram may be there only since the text was cut before or behind it. */
export function gramsOf(folded, isCutBefore = false, isCutBehind = false) {
  const grams = [];
  for (let at = 0; at < folded.length; at += 1) {
    const [first, second, third] = [folded[at], folded[at + 1], folded[at + 2]];
    const add = (code, isDoubtful = false) => grams.push({ code, isDoubtful });
    if (isWide(first)) {
      if (second) add(gramCode(first, second));
    } else if (first !== " ") {
      const before = folded[at - 1] ?? " ";
      const isAlone = !second || isWide(second);
      if (before === " " || isWide(before))
        add(gramCode(" ", first, isAlone ? " " : second), (isCutBefore && at === 0) || (isCutBehind && !second));
      if (second && isWide(second)) add(gramCode(first, second));
      else if (third && third !== " " && !isWide(third)) add(gramCode(first, second, third));
    }
  }
  return grams;
}

const GRAMS = 8;
const spread = (list, most) =>
  list.length <= most
    ? list
    : Array.from({ length: most }, (_, at) => list[Math.round((at * (list.length - 1)) / (most - 1))]);

/**
 * What a query asks for: `pieces` that a post must have; `ways` to find it, each the codes of some grams of theirs; and
 * `extra` codes, which it has if it has the whole `phrase`.
 */
export function readQuery(query) {
  const foldOf = (text) => fold(text.normalize("NFC")).folded;
  const pieces = query.split(/\s+/).map(foldOf).filter(Boolean);
  const phrase = foldOf(query);
  const grams = pieces.map((piece, at) => gramsOf(piece, at === 0, at === pieces.length - 1));
  const most = Math.max(2, Math.floor(GRAMS / Math.min(4, pieces.length)));
  const sure = grams.flatMap((own) =>
    spread(
      own.filter((gram) => !gram.isDoubtful).map(({ code }) => code),
      most,
    ),
  );
  const doubtful = grams.flat().map(({ code }) => code);
  const whole = gramsOf(phrase, true, true).filter((gram) => !gram.isDoubtful && !doubtful.includes(gram.code));
  const extra = spread(
    whole.map(({ code }) => code),
    4,
  );
  const singles = phrase
    .split("")
    .filter(isWide)
    .map((unit) => gramCode(unit));
  // Without a gram that is sure, any of these will do; a single wide character is looked up in titles and headings.
  const others = [extra, doubtful].filter((list) => list.length > 0);
  const ways = sure.length > 0 ? [sure] : others.length > 0 ? others : [singles];
  return { pieces, phrase, ways: ways.map((codes) => spread([...new Set(codes)], GRAMS)), extra };
}

/** The list of a gram in a shard: weights by post number. */
export function findList(bytes, bits, wanted) {
  let at = 0;
  const read = () => {
    let number = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      number += (byte & 127) * scale;
      if (byte < 128) return number;
    }
  };
  const list = new Map();
  for (let code = shardOf(wanted, bits) * 2 ** (30 - bits); at < bytes.length; ) {
    code += read();
    const end = read() + at;
    if (code < wanted) at = end;
    else if (code > wanted) break;
    else
      for (let post = -1; at < end; ) {
        const number = read();
        post += (number >>> 2) + 1;
        list.set(post, number & 3);
      }
    if (code === wanted) break;
  }
  return list;
}

const shardOf = (code, bits) => Math.floor(code / 2 ** (30 - bits));

/** The numbers of the posts that are in all lists, the best first: title, headings, frequency, then the newest. */
export function rank(lists, extraLists, posts) {
  const [shortest, ...others] = [...lists].sort((a, b) => a.size - b.size);
  const found = [];
  for (const [post, weight] of shortest ?? []) {
    const weights = [weight, ...others.map((list) => list.get(post))];
    if (weights.includes(undefined)) continue;
    const mean = weights.reduce((sum, one) => sum + one, 0) / weights.length;
    const isPhrase = extraLists.length > 0 && extraLists.every((list) => list.has(post));
    found.push({ post, score: (isPhrase ? 12 : 0) + Math.min(...weights) * 4 + mean * 2 + post / posts });
  }
  return found.sort((a, b) => b.score - a.score).map(({ post }) => post);
}

/** Opens the index below a folder. `read(path, version)` gives a `Response`. */
export async function openIndex(read) {
  const { version, posts, settled, bits, list: inList } = await (await read("index.json")).json();
  const files = new Map();
  const load = (path, as) => {
    if (!files.has(path))
      files.set(
        path,
        read(path, version).then((response) => response[as]()),
      );
    return files.get(path);
  };
  const listOf = async (code) => {
    const parts = await Promise.all(
      ["settled", "recent"].map(async (part) => {
        const bytes = await load(`${part}/${shardOf(code, bits[part])}.bin`, "arrayBuffer");
        return findList(new Uint8Array(bytes), bits[part], code);
      }),
    );
    const whole = parts[0];
    for (const [post, weight] of parts[1]) whole.set(post + settled, weight);
    return whole;
  };
  const listsOf = (codes) => Promise.all(codes.map(listOf));
  return {
    async find({ ways, extra }) {
      const found = new Set();
      for (const codes of ways) {
        const lists = await listsOf(codes);
        const ranked = rank(lists, [], posts);
        const isVague = ways.length === 1 && ranked.length > 10 && extra.length > 0;
        for (const post of isVague ? rank(lists, await listsOf(extra), posts) : ranked) found.add(post);
      }
      return [...found];
    },
    async describe(post) {
      const rows = JSON.parse(await load(`posts/${Math.floor(post / inList)}.json`, "text"));
      const [url, title, day] = rows[post % inList];
      return { url, title, day };
    },
  };
}

/** The text that a reader sees in a page's HTML, as src/search/text-of-html.ts takes it from a body. */
export function textOfPage(html, parse) {
  const seen = html
    .replace(/<(script|style|template|noscript)\b[\s\S]*?<\/\1>/g, "")
    .replace(
      /<math\b[\s\S]*?<\/math>/g,
      (math) => /<annotation\b[^>]*>([\s\S]*?)<\/annotation>/.exec(math)?.[1] ?? math,
    )
    .replace(
      /<\/?(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|fig\w+|h[1-6r]|li|[ou]l|p|pre|section|summary|t(?:able|body|d|foot|h|head|r))\b/g,
      " $&",
    );
  const page = parse(seen);
  const body = page.querySelector("[itemprop=articleBody]") ?? page.querySelector("article, main") ?? page.body;
  return body.textContent.normalize("NFC");
}

const endOf = (text, place) => place + (text.codePointAt(place) > 0xffff ? 2 : 1);

/**
 * The places of a query in a text: nothing if a piece is missing. `parts` alternates between text around and text found,
 * cut out around the first place.
 */
export function match({ pieces, phrase }, title, text) {
  const { folded, places } = fold(text);
  const inTitle = fold(title.normalize("NFC")).folded;
  const isPhrase = folded.includes(phrase) || inTitle.includes(phrase);
  if (!isPhrase && !pieces.every((piece) => folded.includes(piece) || inTitle.includes(piece))) return undefined;
  const sought = folded.includes(phrase) ? [phrase] : pieces;
  const at = Math.max(0, folded.indexOf(sought.find((piece) => folded.includes(piece)) ?? ""));
  const end = Math.min(places.length, at + 160);
  const start = Math.max(0, at - 30);
  const parts = [""];
  for (let unit = start, from = places[start] ?? 0; unit < end; ) {
    const hit = sought.find((piece) => folded.startsWith(piece, unit));
    const next = unit + (hit?.length ?? 1);
    const to = Math.max(from, hit ? endOf(text, places[next - 1]) : (places[next] ?? text.length));
    if (hit) parts.push(text.slice(from, to), "");
    else parts[parts.length - 1] += text.slice(from, to);
    unit = next;
    from = to;
  }
  return {
    isPhrase,
    parts: parts.map((part) => part.replace(/\s+/g, " ")),
    isCutBefore: start > 0,
    isCutBehind: end < places.length,
  };
}

/** Results in rounds of pages that are read together; within a round those with the whole phrase come first. */
export async function* search(query, index, readPage) {
  const wanted = readQuery(query);
  const found = await index.find(wanted);
  for (let at = 0; at < found.length; at += 8) {
    const round = await Promise.all(
      found.slice(at, at + 8).map(async (number) => {
        const post = await index.describe(number);
        const text = await readPage(post.url);
        return { ...post, ...match(wanted, post.title, text) };
      }),
    );
    const right = round.filter(({ parts }) => parts);
    yield* [...right.filter(({ isPhrase }) => isPhrase), ...right.filter(({ isPhrase }) => !isPhrase)];
  }
}

function showResult({ url, title, day, parts, isCutBefore, isCutBehind }, root) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  const time = document.createElement("time");
  const excerpt = document.createElement("p");
  link.href = root + url.slice(1);
  link.textContent = title;
  time.textContent = day;
  time.dateTime = day;
  if (isCutBefore) excerpt.append("…");
  for (const [at, part] of parts.entries()) {
    const mark = document.createElement("mark");
    mark.textContent = part;
    excerpt.append(at % 2 ? mark : part);
  }
  if (isCutBehind) excerpt.append("…");
  entry.append(link, " ", time, excerpt);
  return entry;
}

function startSearch(form) {
  const { root, busy, found, none, failed } = form.dataset;
  const field = form.elements.q;
  const [results, status, more] = ["results", "status", "more"].map((name) =>
    document.getElementById(`search-${name}`),
  );
  let index;
  let current;
  let timer;
  const read = async (path, version) => {
    const response = await fetch(version ? `${path}?${version}` : path, version ? {} : { cache: "no-cache" });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  const readPage = (url) =>
    read(root + url.slice(1), "")
      .then(async (response) => textOfPage(await response.text(), parse))
      .catch(() => "");

  async function show(session, amount) {
    more.hidden = true;
    try {
      for (let shown = 0; shown < amount; shown += 1) {
        const { value, done } = await session.next();
        if (current !== session) return;
        if (done) break;
        results.append(showResult(value, root));
        more.hidden = shown + 1 < amount;
      }
      const count = results.children.length;
      status.textContent = count ? found.replace("{count}", more.hidden ? count : `${count}+`) : none;
    } catch {
      if (current === session) status.textContent = failed;
    }
  }

  function run() {
    const query = field.value.trim();
    const url = new URL(location);
    url.searchParams.set("q", query);
    history.replaceState(null, "", query ? url : url.pathname);
    results.replaceChildren();
    current = undefined;
    more.hidden = true;
    status.textContent = query ? busy : "";
    if (!query) return;
    index ??= openIndex((path, version) => read(`${root}search/${path}`, version));
    index.catch(() => {
      index = undefined;
    });
    const session = (async function* () {
      yield* search(query, await index, readPage);
    })();
    current = session;
    show(session, 10);
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(run, 200);
  };
  field.addEventListener("input", (event) => event.isComposing || soon());
  field.addEventListener("compositionend", soon);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    run();
  });
  more.addEventListener("click", () => {
    const last = results.lastElementChild;
    show(current, 10).then(() => last.nextElementSibling?.querySelector("a").focus());
  });
  document.addEventListener("keydown", (event) => {
    const links = [field, ...results.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at < 0 || event.isComposing) return;
    if (step && links[at + step]) {
      event.preventDefault();
      links[at + step].focus();
    } else if (event.key === "Escape") {
      if (at === 0) {
        field.value = "";
        run();
      } else field.focus();
    }
  });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) run();
  else field.focus();
}

const form = globalThis.document?.getElementById("search");
if (form) startSearch(form);
