import { expect, it } from "vitest";
import { jekyllSite } from "./site.js";

async function shown(files: Readonly<Record<string, string>>, text: string): Promise<string> {
  const site = jekyllSite({ ...files, "page.html": `---\n---\n${text}` });
  await site.build();
  return site.read("page.html");
}

it("data files come by their extensions, folders last", async () => {
  const files = {
    "_data/a.tsv": "x\n1\n",
    "_data/b.csv": "x\n1\n",
    "_data/c.json": "{}",
    "_data/d.yml": "{}",
    "_data/e.yaml": "{}",
    "_data/aa/f.yml": "{}",
  };
  expect(await shown(files, "{% for pair in site.data %}{{ pair[0] }} {% endfor %}")).toBe("e d c b a aa ");
});

it("JSON keeps its floats", async () => {
  expect(await shown({ "_data/n.json": '{"a": 34.0, "b": 3}' }, "{{ site.data.n | jsonify }}")).toBe(
    '{"a":34.0,"b":3}',
  );
});

it("csv_reader makes numbers of fields, and lists of rows", async () => {
  const table = "name,age,share\nAnn,28,1.5\nBen,,2.0\n";
  const numbers = { "_config.yml": "csv_reader: {csv_converters: [numeric]}\n", "_data/t.csv": table };
  expect(await shown(numbers, "{{ site.data.t | jsonify }}")).toBe(
    '[{"name":"Ann","age":28,"share":1.5},{"name":"Ben","age":null,"share":2.0}]',
  );
  const rows = { "_config.yml": "csv_reader: {headers: false}\n", "_data/t.csv": table };
  expect(await shown(rows, "{{ site.data.t[1] | join: '/' }}")).toBe("Ann/28/1.5");
});
