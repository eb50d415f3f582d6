/** A place in a text that patterns are tried at. Patterns are sticky (`y`), those that are searched for global (`g`). */
export class Scanner {
  readonly text: string;
  at = 0;
  match: RegExpExecArray | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  get rest(): string {
    return this.text.slice(this.at);
  }

  get before(): string {
    return this.text.slice(0, this.at);
  }

  /** Whether a pattern matches here; what it matched is in `match`. */
  check(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    this.match = pattern.exec(this.text);
    return this.match !== null;
  }

  /** Goes behind what a pattern matches here; undefined where it does not. */
  scan(pattern: RegExp): string | undefined {
    if (!this.check(pattern)) return undefined;
    this.at += this.match![0].length;
    return this.match![0];
  }

  /** Goes behind the next match and returns what lies up to there. */
  scanUntil(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    this.match = pattern.exec(this.text);
    if (!this.match) return undefined;
    const start = this.at;
    this.at = this.match.index + this.match[0].length;
    return this.text.slice(start, this.at);
  }

  take(): string {
    const character = String.fromCodePoint(this.text.codePointAt(this.at)!);
    this.at += character.length;
    return character;
  }

  end(): void {
    this.at = this.text.length;
  }
}
