/** The little of markdown-it that is used here: it comes without types. */
declare module "markdown-it" {
  export interface Token {
    content: string;
    readonly type: string;
    /** `auto` for links that the parser has found. */
    readonly info: string;
    readonly children: Token[] | null;
    attrSet(name: string, value: string): void;
  }
  export interface CoreState {
    readonly tokens: readonly Token[];
  }
  export interface InlineState {
    readonly src: string;
    pos: number;
    push(type: string, tag: string, nesting: -1 | 0 | 1): Token;
  }
  export default class MarkdownIt {
    constructor(options: { readonly html: boolean; readonly linkify: boolean });
    readonly linkify: {
      set(options: { readonly fuzzyLink: boolean; readonly fuzzyEmail: boolean }): void;
      add(schema: string, definition: null): void;
    };
    readonly core: {
      readonly ruler: { after(name: string, rule: string, change: (state: CoreState) => void): void };
    };
    readonly inline: {
      readonly ruler: {
        before(name: string, rule: string, read: (state: InlineState, silent: boolean) => boolean): void;
      };
    };
    readonly renderer: { readonly rules: Record<string, (tokens: readonly Token[], index: number) => string> };
    validateLink: (url: string) => boolean;
    render(text: string): string;
  }
}
