import {
  type Context,
  type Emitter,
  type Liquid,
  type Parser,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from "liquidjs";

/** `{% ifchanged %} … {% endifchanged %}`: prints its content unless it is what the last one of the page printed. */
export class IfChangedTag extends Tag {
  readonly #templates: Template[] = [];

  constructor(token: TagToken, remainTokens: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, remainTokens, liquid);
    parser
      .parseStream(remainTokens)
      .on("tag:endifchanged", function () {
        this.stop();
      })
      .on("template", (template: Template) => this.#templates.push(template))
      .on("end", () => {
        throw new Error("'ifchanged' tag was never closed");
      })
      .start();
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const text = String(yield this.liquid.renderer.renderTemplates(this.#templates, context));
    if (text === context.getRegister("ifchanged", undefined)) return;
    context.setRegister("ifchanged", text);
    emitter.write(text);
  }
}
