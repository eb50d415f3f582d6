import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/*
 * Posts in the shapes of the wild, made of our own words: pretty-printed HTML that was cut out of a blog platform, with its
 * wrapper, token spans, tracking links and scripts. The same number always gives the same posts.
 */

/** A small generator of pseudo-random numbers from 0 up to 1 (Mulberry32). */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const signs = "浮石很轻从前抄书的人用它把旧羊皮纸刮净好再写新的字水泡留在岩浆里冷却以后成了满是小孔的灰色石头".split(
  "",
);
const words =
  "pumice floats because old gas left its holes in the cooling lava and a scribe would rub it over parchment until yesterday was gone".split(
    " ",
  );
const keywords = ["const", "return", "while", "import", "function", "class", "await", "if"];

/** Writes `count` posts into a folder, and returns their names, oldest first. */
export function writePosts(folder, count) {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const { name, text } = makePost(index, count);
    writeFileSync(join(folder, name), text);
    return name;
  });
}

function makePost(index, count) {
  const random = createRandom(index * 2654435761 + 97);
  for (let round = 0; round < 4; round += 1) random();
  const writer = createWriter(random);
  const date = new Date(Date.UTC(2014, 0, 1) + Math.floor((index / count) * 10 * 365) * 86_400_000);
  const day = date.toISOString().slice(0, 10);
  const title = writer.line(6, 18);
  // Sizes are log-normal: half of the posts below 6 kB, a few per cent above 30 kB.
  const size = Math.min(80_000, 3_600 * Math.exp(1.05 * normal(random)));
  const blocks = [];
  for (let length = 0; length < size; length += blocks.at(-1).length) blocks.push(writer.block());
  const tags = Array.from({ length: 3 }, () => `topic ${Math.floor(200 * random() ** 3)}`);
  const text = `---
layout: post
title: "${title}"
date: ${day} 08:${String(index % 60).padStart(2, "0")}:00 +0800
categories: ['shelf ${Math.floor(20 * random() ** 2)}']
tags: [${[...new Set(tags)].map((tag) => `'${tag}'`).join(", ")}]
description: "${writer.line(30, 60)}"
render_with_liquid: false
---

<div class="blog-content-box">
 <article class="baidu_pl">
  <div class="article_content" id="article_content">
   <div class="markdown_views" id="content_views">
    <svg style="display: none;" xmlns="http://www.w3.org/2000/svg">
     <path d="M5,0 0,2.5 5,5z" id="raphael-marker-block">
     </path>
    </svg>
${blocks.join("\n")}
   </div>
  </div>
 </article>
</div>
`;
  return { name: `${day}-stone-${String(index).padStart(6, "0")}.html`, text };
}

function normal(random) {
  return Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
}

function createWriter(random) {
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const pick = (list) => list[Math.floor(random() * list.length)];
  const chinese = (length) => Array.from({ length }, (_, at) => pick(signs) + (at % 19 === 18 ? "，" : "")).join("");
  const english = (length) => Array.from({ length: Math.ceil(length / 6) }, () => pick(words)).join(" ");
  const line = (low, high) => (random() < 0.8 ? chinese(between(low, high)) : english(between(low, high) * 2));
  const blocks = [paragraph, paragraph, paragraph, list, code, heading, picture, table, quote];

  function paragraph() {
    const strong = random() < 0.3 ? `\n     <strong>\n      ${line(3, 8)}\n     </strong>` : "";
    const link =
      random() < 0.2
        ? `\n     <a href="https://blog.example.org/article/${between(1, 9999)}?spm=1001" onclick="track()" target="_blank">\n      ${line(3, 8)}\n     </a>`
        : "";
    return `    <p>\n     ${line(30, 160)}${strong}${link}\n    </p>`;
  }

  function heading() {
    const depth = between(2, 4);
    return `    <h${depth}>\n     <a id="_${between(1, 999)}">\n     </a>\n     ${line(4, 12)}\n    </h${depth}>`;
  }

  function list() {
    const rows = Array.from({ length: between(2, 7) }, () => `     <li>\n      ${line(10, 60)}\n     </li>`);
    return `    <ul>\n${rows.join("\n")}\n    </ul>`;
  }

  function code() {
    const rows = Array.from(
      { length: between(4, 20) },
      () =>
        `<span class="token keyword">${pick(keywords)}</span> ${pick(words)} <span class="token operator">=</span> <span class="token string">"${pick(words)} &lt;&amp;"</span><span class="token punctuation">;</span>`,
    );
    return `    <pre><code class="prism language-js">${rows.join("\n")}\n</code></pre>`;
  }

  function picture() {
    return `    <p>\n     <img alt="" onerror="this.remove()" src="https://images.example.org/${between(1, 1e9).toString(16)}.png" style="max-width:400px"/>\n    </p>`;
  }

  function table() {
    const row = (tag) =>
      `      <tr>\n${`       <${tag}>\n        ${line(2, 8)}\n       </${tag}>\n`.repeat(3)}      </tr>`;
    return `    <table border="1" style="width:500px">\n     <tbody>\n${[row("th"), row("td"), row("td")].join("\n")}\n     </tbody>\n    </table>`;
  }

  function quote() {
    return `    <blockquote>\n     <p>\n      ${line(20, 90)}\n     </p>\n    </blockquote>`;
  }

  return { line, block: () => pick(blocks)() };
}
