import { type Context, Drop, type Emitter, type ForTag, toValue } from "liquidjs";
import { pairsOf } from "../../lib/ruby/hash.js";
import { renderAll } from "./templates.js";
import { namedValues, tokenValue } from "./values.js";

/** `{% for … %}` as LiquidJS has it, with `offset`, `limit` and `reversed` in this order. */
export function renderLoop(tag: ForTag, context: Context, emitter: Emitter): void {
  const { variable, templates } = tag;
  const all = elementsOf(tokenValue(tag.collection, context));
  if (all.length === 0) {
    renderAll(tag.elseTemplates, context, emitter);
    return;
  }
  const name = tag.collection.getText();
  const elements = chosen(all, tag, `continue-${variable}-${name}`, context);
  const outer = context.getSync(["forloop"]);
  const forloop = new Forloop(elements.length, `${variable}-${name}`, outer instanceof Forloop ? outer : undefined);
  const scope: Record<string, unknown> = Object.assign(Object.create(null), { forloop });
  context.push(scope);
  for (const element of elements) {
    scope[variable] = element;
    context.continueCalled = false;
    context.breakCalled = false;
    renderAll(templates, context, emitter);
    if (context.breakCalled) break;
    forloop.next();
  }
  context.continueCalled = false;
  context.breakCalled = false;
  context.pop();
}

/** What a loop goes through. */
export function elementsOf(value: unknown): readonly unknown[] {
  const plain = toValue(value) as unknown;
  if (Array.isArray(plain)) return plain;
  if (typeof plain === "string") return plain === "" ? [] : [plain];
  if (typeof plain !== "object" || plain === null) return [];
  return Symbol.iterator in plain ? Array.from(plain as Iterable<unknown>) : pairsOf(plain as Record<string, unknown>);
}

/** What the modifiers leave. `offset: continue` goes on where the last loop of this name ended. */
function chosen(all: readonly unknown[], { hash }: ForTag, register: string, context: Context): readonly unknown[] {
  context.push({ continue: context.getRegister(register, {}) });
  const { offset, limit, reversed } = namedValues(hash, context);
  context.pop();
  let elements = all;
  if (offset !== undefined) elements = elements.slice(offset as number);
  if (limit !== undefined) elements = elements.slice(0, limit as number);
  if (reversed !== undefined) elements = [...elements].reverse();
  context.setRegister(register, ((offset as number) || 0) + elements.length);
  return elements;
}

/** What templates see as `forloop`. */
class Forloop extends Drop {
  private i = 0;
  readonly length: number;
  readonly name: string;
  /** The loop around this one. */
  readonly parentloop: Forloop | undefined;

  constructor(length: number, name: string, parentloop: Forloop | undefined) {
    super();
    this.length = length;
    this.name = name;
    this.parentloop = parentloop;
  }

  next(): void {
    this.i += 1;
  }

  get index0(): number {
    return this.i;
  }

  get index(): number {
    return this.i + 1;
  }

  get first(): boolean {
    return this.i === 0;
  }

  get last(): boolean {
    return this.i === this.length - 1;
  }

  get rindex(): number {
    return this.length - this.i;
  }

  get rindex0(): number {
    return this.length - this.i - 1;
  }

  override valueOf(): string {
    return JSON.stringify(this);
  }
}
