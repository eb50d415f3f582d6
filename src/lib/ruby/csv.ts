/**
 * Rows of fields of a CSV text: quotes may hold separators and line ends, `""` within them is a quote. A field without a
 * sign is null, and a blank line is a row of no fields.
 */
export function parseCsv(text: string, separator = ","): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let at = 0;
  while (at < text.length) {
    const [field, end] = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    row.push(field);
    at = end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.push(null);
      continue;
    }
    rows.push(row);
    row = [];
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
  }
  if (row.length > 0) rows.push(row);
  return rows.map((fields) => (fields.length === 1 && fields[0] === null ? [] : fields));
}

function plain(text: string, start: number, separator: string): [string | null, number] {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return [end === start ? null : text.slice(start, end), end];
}

function quoted(text: string, start: number): [string, number] {
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
  return [field, at];
}
