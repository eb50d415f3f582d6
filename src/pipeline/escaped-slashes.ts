const closing = /<&#47;(?=[a-z][a-z0-9]*\s*>)/gi;

/** Some exports of WordPress write each slash as a reference, those of closing tags too, which then close nothing. */
export function withPlainSlashes(body: string): string {
  return body.includes("<&#47;") ? body.replace(closing, "</") : body;
}
