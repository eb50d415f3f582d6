import { type Context, Drop, type ForTag, toValue } from "liquidjs";
import { pairsOf } from "../../lib/ruby/hash.js";
import { compileAll, type Render } from "./templates.js";
import { compileParameters, compileToken, lookUp } from "./values.js";

/** `{% for … %}` as LiquidJS has it, with `offset`, `limit` and `reversed` in this order. */
export function compileLoop(tag: ForTag): Render {
  const { variable } = tag;
  const name = `${variable}-${tag.collection.getText()}`;
  const collection = compileToken(tag.collection);
  const choose = compileChoice(tag, `continue-${name}`);
  const [body, otherwise] = [compileAll(tag.templates), compileAll(tag.elseTemplates)];
  return (context, emitter) => {
    const all = elementsOf(collection(context));
    if (all.length === 0) {
      otherwise(context, emitter);
      return;
    }
    const elements = choose(all, context);
    const forloop = new Forloop(elements.length, name, outerLoop(context));
    const scope: Record<string, unknown> = Object.assign(Object.create(null), { forloop });
    context.push(scope);
    for (const element of elements) {
      scope[variable] = element;
      context.continueCalled = false;
      context.breakCalled = false;
      body(context, emitter);
      if (context.breakCalled) break;
      forloop.next();
    }
    context.continueCalled = false;
    context.breakCalled = false;
    context.pop();
  };
}

/** What a loop goes through. */
export function elementsOf(value: unknown): readonly unknown[] {
  const plain = toValue(value) as unknown;
  if (Array.isArray(plain)) return plain;
  if (typeof plain === "string") return plain === "" ? [] : [plain];
  if (typeof plain !== "object" || plain === null) return [];
  return Symbol.iterator in plain ? Array.from(plain as Iterable<unknown>) : pairsOf(plain as Record<string, unknown>);
}

type Choose = (all: readonly unknown[], context: Context) => readonly unknown[];

/** What the modifiers leave. `offset: continue` goes on where the last loop of this name ended. */
function compileChoice({ hash }: ForTag, register: string): Choose {
  const parameters = compileParameters(hash);
  const isWhole = Object.keys(hash.hash).length === 0;
  return (all, context) => {
    if (isWhole) {
      context.setRegister(register, all.length);
      return all;
    }
    context.push({ continue: context.getRegister(register, {}) });
    const { offset, limit, reversed } = parameters(context);
    context.pop();
    let elements = all;
    if (offset !== undefined) elements = elements.slice(offset as number);
    if (limit !== undefined) elements = elements.slice(0, limit as number);
    if (reversed !== undefined) elements = [...elements].reverse();
    context.setRegister(register, ((offset as number) || 0) + elements.length);
    return elements;
  };
}

function outerLoop(context: Context): Forloop | undefined {
  const outer = lookUp("forloop", context);
  return outer instanceof Forloop ? outer : undefined;
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
