/** HTML that our own pipeline produced: layouts print it as it is, where every other value is escaped. */
export class SafeHtml {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  toString(): string {
    return this.html;
  }
}
