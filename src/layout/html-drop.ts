import { Drop } from "liquidjs";

/**
 * Finished HTML inside of LiquidJS, printed as it is. It is a `Drop` because LiquidJS then compares, measures and filters
 * its text like any string; what a filter makes of it is a plain string again and gets escaped.
 */
export class HtmlDrop extends Drop {
  readonly html: string;

  constructor(html: string) {
    super();
    this.html = html;
  }

  get size(): number {
    return this.html.length;
  }

  override valueOf(): string {
    return this.html;
  }

  override toString(): string {
    return this.html;
  }

  toJSON(): string {
    return this.html;
  }
}
