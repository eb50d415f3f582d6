import { type Context, type Emitter, Liquid, LiquidError, Output, RenderError, type Template, toValue } from "liquidjs";
import { evaluate, isDirect, settled } from "./values.js";

/** What LiquidJS does not export, or not by name. */
interface Renderer {
  renderTemplates(templates: readonly Template[], context: Context, emitter?: Emitter): unknown;
}

interface HtmlTemplate {
  readonly str: string;
  render(context: Context, emitter: Emitter): unknown;
}

const example = new Liquid();
const renderer = Object.getPrototypeOf(example.renderer) as Renderer;
const htmlTemplate = Object.getPrototypeOf(example.parse("html")[0]) as HtmlTemplate;

const slowTemplates = renderer.renderTemplates;
const slowOutput = Output.prototype.render;

/** Lists of templates, and their texts and outputs, are rendered here from now on. */
export function renderTemplatesDirectly(): void {
  renderer.renderTemplates = function (this: Renderer, templates, context, emitter): unknown {
    const isSlow = !isDirect(context) || context.opts.catchAllErrors || context.opts.keepOutputType;
    if (isSlow) return slowTemplates.call(this, templates, context, emitter);
    const written = (emitter as TextEmitter | undefined) ?? new TextEmitter();
    renderAll(templates, context, written);
    return written.buffer;
  };
  htmlTemplate.render = function (this: HtmlTemplate, _context, emitter): void {
    emitter.write(this.str);
  };
  Output.prototype.render = function (this: Output, context: Context, emitter: Emitter): unknown {
    if (!isDirect(context)) return slowOutput.call(this, context, emitter);
    emitter.write(toValue(evaluate(this.value, context)));
    return undefined;
  } as typeof slowOutput;
}

/** The clock is asked once a list, and not before each template: what runs for long runs lists again and again. */
export function renderAll(templates: readonly Template[], context: Context, emitter: Emitter): void {
  context.renderLimit.check(performance.now());
  let template: Template | undefined;
  try {
    for (template of templates) {
      const html = settled(template.render(context, emitter));
      if (html) emitter.write(html);
      if (context.breakCalled || context.continueCalled) break;
    }
  } catch (error) {
    throw LiquidError.is(error) ? error : new RenderError(error as Error, template!);
  }
}

/** What a list of templates prints, as text. */
export function textOf(templates: readonly Template[], context: Context): string {
  const emitter = new TextEmitter();
  renderAll(templates, context, emitter);
  return emitter.buffer;
}

class TextEmitter implements Emitter {
  buffer = "";

  write(html: unknown): void {
    this.buffer += typeof html === "string" ? html : stringify(html);
  }
}

function stringify(value: unknown): string {
  const plain = toValue(value) as unknown;
  if (plain === undefined || plain === null) return "";
  return Array.isArray(plain) ? plain.map(stringify).join("") : String(plain);
}
