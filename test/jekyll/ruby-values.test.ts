import { expect, it } from "vitest";
import { jekyllSite } from "./site.js";

/** What a page with this text and front matter comes out as. */
async function rendered(text: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const site = jekyllSite({ ...files, "page.html": `---\nfloat: 3.0\n---\n${text}` });
  await site.build();
  return site.read("page.html");
}

// Each expected value is what Ruby prints.
it.each([
  ["{{ 1.0 }}", "1.0"],
  ["{{ 1.0 | divided_by: 4 }}", "0.25"],
  ["{% assign whole = 4.0 %}{{ whole | times: 2 }}", "8.0"],
  ["{{ 10 | divided_by: 4 }}", "2"],
  ["{{ 0.1 | plus: 0.2 }}", "0.3"],
  ["{{ 0.3 | minus: 0.1 }}", "0.2"],
  ["{{ 1.1 | times: 3 }}", "3.3"],
  ["{{ 0.3 | divided_by: 0.1 }}", "3.0"],
  ["{{ 0.3 | modulo: 0.1 }}", "0.0"],
  ["{{ 1.005 | round: 2 }}", "1.01"],
  ["{{ -2.5 | round }}", "-3"],
  ["{{ 12345.678 | round: -2 }}", "12300"],
  ["{{ 100000000.0 | times: 1000000000 }}", "1.0e+17"],
  ["{{ 0.00001 | times: 1 }}", "1.0e-05"],
  ["{% if page.float == 3 and page.float > 2 %}equal{% endif %}", "equal"],
  ["{% case page.float %}{% when 3 %}three{% endcase %}", "three"],
  ["{{ page.float | jsonify }}", "3.0"],
  ["{{ '2020-01-02 03:04:05' | date: '%3N|%N|%L' }}", "000|000000000|000"],
])("floats stay floats: %s", async (text, expected) => {
  expect(await rendered(text)).toBe(expected);
});

it("a hash is sorted, and begins, as pairs", async () => {
  const posts = {
    "_posts/2020-01-01-a.md": "---\ntags: [pear, fig]\n---\n",
    "_posts/2020-01-02-b.md": "---\ntags: [apple]\n---\n",
  };
  const loop = "{% assign tags = site.tags | sort %}{% for tag in tags %}{{ tag | first }} {% endfor %}";
  expect(await rendered(loop, posts)).toBe("apple fig pear ");
  const data = { "_data/map.yml": "b: 1\na: 2\n" };
  expect(await rendered("{{ site.data.map | first | join: '-' }}|{{ site.data.map | last }}", data)).toBe("b-1|");
});

it.each([
  ["Europe/Berlin", "2020-07-01", "CEST"],
  ["America/New_York", "2020-01-01", "EST"],
  ["Asia/Shanghai", "2020-01-01", "CST"],
  ["Asia/Jerusalem", "2020-07-01", "IDT"],
  ["Australia/Eucla", "2020-01-01", "+0845"],
  ["America/Sao_Paulo", "2020-01-01", "-03"],
])("the zone %s has a short name on %s", async (timezone, date, expected) => {
  const files = { "_config.yml": `timezone: ${timezone}\n` };
  expect(await rendered(`{{ "${date}" | date: "%Z" }}`, files)).toBe(expected);
});

// Each expected value is what Jekyll 4.3.1 prints.
it.each([
  ["2001-02-03 04:05:06", "2001-02-02 23:05:06 -0500"],
  ["2001-02-03T04:05:06Z", "2001-02-03 04:05:06 UTC"],
  ["2001-02-03 04:05:06 +0530", "2001-02-03 04:05:06 +0530"],
  ["1:02:03", "3723"],
  ["12:30", "45000"],
  ["12:30.5", "45030.0"],
  ["-1:30", "-1800"],
  ["1e3", "1e3"],
  ["{day: 2001-02-03}", '{"day"=>#<Date: 2001-02-03 ((2451944j,0s,0n),+0s,2299161j)>}'],
])("YAML is read as Psych reads it: %s", async (written, expected) => {
  const site = jekyllSite({
    "_config.yml": "timezone: America/New_York\n",
    "page.html": `---\nvalue: ${written}\n---\n{{ page.value }}`,
  });
  await site.build();
  expect(site.read("page.html")).toBe(expected);
});

it("the JSON of a document is Jekyll's, key by key", async () => {
  const post = { "_posts/2020-01-02-a.md": "---\nmine: 1\n---\nText" };
  expect(await rendered("{{ site.posts.first | jsonify }}", post)).toBe(
    '{"name":"2020-01-02-a.md","id":"/2020/01/02/a","relative_path":"_posts/2020-01-02-a.md","excerpt":"<p>Text</p>\\n",' +
      '"title":"A","categories":[],"collection":"posts","next":null,"tags":[],"previous":null,"content":"<p>Text</p>\\n",' +
      '"output":"<p>Text</p>\\n","path":"_posts/2020-01-02-a.md","url":"/2020/01/02/a.html",' +
      '"date":"2020-01-02 00:00:00 +0000","draft":false,"mine":1,"slug":"a","ext":".md"}',
  );
});

it("an id is no URL: nothing in it is encoded", async () => {
  const post = { "_posts/2020-01-02-größe x.md": "---\n---\n" };
  expect(await rendered("{{ site.posts.first.id }}", post)).toBe("/2020/01/02/größe x");
});

it("nothing has no URL", async () => {
  expect(await rendered("<{{ nil | relative_url }}>", { "_config.yml": "baseurl: /blog\n" })).toBe("<>");
});

// What Ruby 3.1 with Psych reads.
it.each([
  ["1,000", "1000"],
  ["11,", "11,"],
  ["1,,0", "1,,0"],
  ["1_", "1_"],
  ["0b101", "5"],
  ["017", "15"],
  ["08", "08"],
  ["1,000.5", "1000.5"],
  ["1.5e10", "1.5e10"],
  ["1.5e+3", "1500.0"],
  [".5", "0.5"],
  ["-.INF", "-Infinity"],
  ["1234567890123456789", "1234567890123456789"],
])("numbers of YAML: %s", async (written, expected) => {
  expect(await rendered("{{ site.data.map.n }}", { "_data/map.yml": `n: ${written}\n` })).toBe(expected);
});

it("keys of YAML are values, too", async () => {
  const data = { "_data/map.yml": "NO: Norway\n0x10: hexadecimal\n~: nothing\n1.0: float\n" };
  const loop = "{% for pair in site.data.map %}[{{ pair[0] }}]{% endfor %}{{ site.data.map.NO }}";
  expect(await rendered(loop, data)).toBe("[false][16][][1.0]");
});

it.each([
  ["{{ 'a  b ' | truncatewords: 3 }}", "a  b "],
  ["{{ 'a  b ' | truncatewords: 2, '!' }}", "a b!"],
  ["{{ 'a b c' | truncatewords: 0 }}", "a..."],
  ["{{ 'a b c' | truncatewords: '2', '' }}", "a b"],
])("a text of few words keeps its blanks: %s", async (text, expected) => {
  expect(await rendered(text)).toBe(expected);
});

it("a text is asked for nothing but its size", async () => {
  const text = "{% assign s = 'abc' %}[{{ s[0] }}{{ s.first }}{{ s | last }}{{ s.length }}{{ s.size }}]";
  expect(await rendered(text)).toBe("[3]");
});
