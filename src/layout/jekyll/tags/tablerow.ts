import {
  type Context,
  Drop,
  type Emitter,
  Hash,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
  toValueSync,
  Value,
} from "liquidjs";
import { elementsOf } from "../../direct/for.js";
import { TagError } from "../errors.js";

const syntax = /^\s*(\w[\w-]*)\s+in\s+((?:"[^"]*"|'[^']*'|[^\s,|'"])+)([\s\S]*)$/;

/** `{% tablerow x in list cols:2 limit:4 offset:1 %} … {% endtablerow %}` with Ruby's line breaks. */
export class TablerowTag extends Tag {
  readonly #variable: string;
  readonly #list: Value;
  readonly #attributes: Hash;
  readonly #templates: Template[] = [];

  constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remainTokens, liquid);
    const parts = syntax.exec(token.args);
    if (!parts)
      throw new TagError(
        "Liquid syntax error: Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3",
      );
    this.#variable = parts[1]!;
    this.#list = new Value(parts[2]!, liquid);
    this.#attributes = new Hash(parts[3]!);
    parser
      .parseStream(remainTokens)
      .on("tag:endtablerow", function () {
        this.stop();
      })
      .on("template", (template: Template) => this.#templates.push(template))
      .on("end", () => {
        throw new Error("'tablerow' tag was never closed");
      })
      .start();
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const { cols, offset = 0, limit } = (yield this.#attributes.render(context)) as Record<string, unknown>;
    const all = elementsOf(toValueSync(this.#list.value(context, true)));
    const first = Number(offset);
    const elements = all.slice(first, limit === undefined ? undefined : first + Number(limit));
    const row = new Row(elements.length, cols === undefined ? elements.length : Number(cols));
    const scope: Record<string, unknown> = { tablerowloop: row };
    context.push(scope);
    emitter.write('<tr class="row1">\n');
    for (const element of elements) {
      scope[this.#variable] = element;
      emitter.write(`<td class="col${row.col}">`);
      yield this.liquid.renderer.renderTemplates(this.#templates, context, emitter);
      emitter.write("</td>");
      if (row.col_last && !row.last) emitter.write(`</tr>\n<tr class="row${row.row + 1}">`);
      row.next();
    }
    emitter.write("</tr>\n");
    context.pop();
  }
}

/** What templates see as `tablerowloop`. */
class Row extends Drop {
  index0 = 0;
  readonly length: number;
  readonly #columns: number;

  constructor(length: number, columns: number) {
    super();
    this.length = length;
    this.#columns = columns;
  }

  next(): void {
    this.index0 += 1;
  }

  get index(): number {
    return this.index0 + 1;
  }

  get rindex(): number {
    return this.length - this.index0;
  }

  get rindex0(): number {
    return this.length - this.index0 - 1;
  }

  get first(): boolean {
    return this.index0 === 0;
  }

  get last(): boolean {
    return this.index0 === this.length - 1;
  }

  get col0(): number {
    return this.index0 % this.#columns;
  }

  get col(): number {
    return this.col0 + 1;
  }

  get row(): number {
    return Math.floor(this.index0 / this.#columns) + 1;
  }

  get col_first(): boolean {
    return this.col0 === 0;
  }

  get col_last(): boolean {
    return this.col === this.#columns;
  }
}
