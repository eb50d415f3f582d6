/** Text that is no CSV, in the words of Ruby's parser. */
export class CsvError extends Error {
  /** 1-based line of the text on which the row begins. */
  readonly line: number;

  constructor(reason: string, line: number) {
    super(`${reason} in line ${line}.`);
    this.line = line;
  }
}

/**
 * Rows of fields of a CSV text: quotes may hold separators and line ends, `""` within them is a quote. A field without a
 * sign is null, and a blank line is a row of no fields. All rows end as the first line does. Throws a `CsvError`.
 */
export function parseCsv(text: string, separator = ","): (string | null)[][] {
  const rowEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let [at, rowStart] = [0, 0];
  const fail = (reason: string): never => {
    throw new CsvError(reason, text.slice(0, rowStart).split(/\r\n|\n|\r/).length);
  };
  while (at < text.length) {
    const [field, end] = text[at] === '"' ? quoted(text, at, fail) : plain(text, at, [separator, rowEnd], fail);
    row.push(field);
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.push(null);
      continue;
    }
    if (at < text.length && !text.startsWith(rowEnd, at)) fail("Any value after quoted field isn't allowed");
    rows.push(row);
    row = [];
    at += rowEnd.length;
    rowStart = at;
  }
  if (row.length > 0) rows.push(row);
  return rows.map((fields) => (fields.length === 1 && fields[0] === null ? [] : fields));
}

type Fail = (reason: string) => never;

function plain(text: string, start: number, ends: readonly string[], fail: Fail): [string | null, number] {
  let end = start;
  while (end < text.length && !ends.some((sign) => text.startsWith(sign, end))) end += 1;
  const field = text.slice(start, end);
  if (field.includes('"')) fail("Illegal quoting");
  const lineEnd = /[\r\n]/.exec(field)?.[0];
  if (lineEnd) fail(`Unquoted fields do not allow new line <${JSON.stringify(lineEnd)}>`);
  return [field || null, end];
}

function quoted(text: string, start: number, fail: Fail): [string, number] {
  let field = "";
  let at = start + 1;
  while (at < text.length) {
    if (text[at] === '"') {
      if (text[at + 1] !== '"') return [field, at + 1];
      at += 1;
    }
    field += text[at];
    at += 1;
  }
  return fail("Unclosed quoted field");
}
