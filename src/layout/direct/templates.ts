import { type Context, type Emitter, Liquid, LiquidError, Output, RenderError, type Template, toValue } from "liquidjs";
import { compileValue, fixedValue, isDirect, settled } from "./values.js";

/** A template, or a list of them, as a function. */
export type Render = (context: Context, emitter: Emitter) => void;

/** What always prints the same is that text. */
type Compiled = Render | string;

/** What LiquidJS does not export, or not by name. */
interface Renderer {
  renderTemplates(templates: readonly Template[], context: Context, emitter?: Emitter): unknown;
}

interface HtmlTemplate extends Template {
  readonly str: string;
}

type Kind<T extends Template> = abstract new (...values: never[]) => T;

const example = new Liquid();
const renderer = Object.getPrototypeOf(example.renderer) as Renderer;
const HtmlTemplate = example.parse("html")[0]!.constructor as Kind<HtmlTemplate>;

const slowTemplates = renderer.renderTemplates;
const compilers = new Map<unknown, (template: never) => Compiled>();

/** Lists of templates, and their texts and outputs, are rendered here from now on. */
export function renderTemplatesDirectly(): void {
  renderer.renderTemplates = function (this: Renderer, templates, context, emitter): unknown {
    const isSlow = !isDirect(context) || context.opts.catchAllErrors || context.opts.keepOutputType;
    if (isSlow) return slowTemplates.call(this, templates, context, emitter);
    const written = (emitter as TextEmitter | undefined) ?? new TextEmitter();
    renderAll(templates, context, written);
    return written.buffer;
  };
  compileKind(HtmlTemplate, ({ str }) => str);
  compileKind(Output, compileOutput);
}

function compileOutput({ value }: Output): Compiled {
  const fixed = fixedValue(value);
  if (fixed !== undefined) return stringify(fixed);
  const evaluate = compileValue(value);
  return (context, emitter) => emitter.write(toValue(evaluate(context)));
}

/** Templates of a class, though not of those below it, are compiled so from now on. */
export function compileKind<T extends Template>(kind: Kind<T>, compile: (template: T) => Compiled): void {
  compilers.set(kind, compile);
}

const compiled = new WeakMap<readonly Template[], Render>();

export function renderAll(templates: readonly Template[], context: Context, emitter: Emitter): void {
  let render = compiled.get(templates);
  if (render === undefined) {
    render = compileAll(templates);
    compiled.set(templates, render);
  }
  render(context, emitter);
}

let lists = 0;

/** The clock is asked at one of sixteen lists, and not before each template: what runs for long runs many of them. */
function checkClock(context: Context): void {
  lists = (lists + 1) & 15;
  if (lists === 0) context.renderLimit.check(performance.now());
}

export function compileAll(templates: readonly Template[] = []): Render {
  const { renders, origins } = joinTexts(templates);
  if (renders.length === 0) return () => {};
  return (context, emitter) => {
    checkClock(context);
    let at = 0;
    try {
      for (; at < renders.length; at += 1) {
        renders[at]!(context, emitter);
        if (context.breakCalled || context.continueCalled) break;
      }
    } catch (error) {
      throw LiquidError.is(error) ? error : new RenderError(error as Error, origins[at]!);
    }
  };
}

/** Renders with their templates. Texts that stand beside each other are printed at once. */
function joinTexts(templates: readonly Template[]): { renders: readonly Render[]; origins: readonly Template[] } {
  const [renders, origins]: [Render[], Template[]] = [[], []];
  const add = (render: Render, origin: Template): void => {
    renders.push(render);
    origins.push(origin);
  };
  let text = "";
  for (const template of templates) {
    const compiled = compileOne(template);
    if (typeof compiled === "string") {
      text += compiled;
      continue;
    }
    if (text !== "") add(printText(text), template);
    text = "";
    add(compiled, template);
  }
  if (text !== "") add(printText(text), templates.at(-1)!);
  return { renders, origins };
}

function printText(text: string): Render {
  return (_context, emitter) => emitter.write(text);
}

function compileOne(template: Template): Compiled {
  const compile = compilers.get(template.constructor);
  if (compile !== undefined) return compile(template as never);
  return (context, emitter) => {
    const html = settled(template.render(context, emitter));
    if (html) emitter.write(html);
  };
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
