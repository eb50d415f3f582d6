import { type Context, type Emitter, type Hash, IncludeTag, type Template, toValueSync } from "liquidjs";
import { compileAll, type Render } from "../direct/templates.js";
import { compileParameters } from "../direct/values.js";

/** Deeper than any theme nests, and far from the end of the stack. */
const maxDepth = 50;

/** What LiquidJS declares private. */
interface InnerInclude {
  readonly file: unknown;
  readonly hash: Hash;
  readonly withVar?: unknown;
}

type Rendered = ReturnType<IncludeTag["render"]>;

/** `{% include card.html post=page %}` as in Jekyll, with an end for an include that includes itself. */
export class BoundedIncludeTag extends IncludeTag {
  /** The includes of an engine do not change, so each tag looks for its own once. */
  #render: Render | undefined;

  override render(context: Context, emitter: Emitter): Rendered {
    const depth = Number(context.getRegister("includeDepth", 0)) + 1;
    if (depth > maxDepth) throw new Error(`includes are nested more than ${maxDepth} deep: one includes itself`);
    context.setRegister("includeDepth", depth);
    const { file, hash, withVar } = this as unknown as InnerInclude;
    if (typeof file === "string" && withVar === undefined) {
      this.#render ??= this.#compile(file, hash);
      this.#render(context, emitter);
    } else toValueSync(super.render(context, emitter));
    context.setRegister("includeDepth", depth - 1);
    // LiquidJS takes nothing for a rendering that is done.
    return undefined as unknown as Rendered;
  }

  #compile(file: string, hash: Hash): Render {
    const templates = toValueSync(this.liquid._parsePartialFile(file, true, this.token.file)) as Template[];
    const [parameters, render] = [compileParameters(hash), compileAll(templates)];
    return (context, emitter) => {
      context.push({ include: parameters(context) });
      render(context, emitter);
      context.pop();
    };
  }
}
