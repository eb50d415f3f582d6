import { type Context, type Emitter, IncludeTag } from "liquidjs";

/** Deeper than any theme nests, and far from the end of the stack. */
const maxDepth = 50;

/** `{% include card.html post=page %}` as in Jekyll, with an end for an include that includes itself. */
export class BoundedIncludeTag extends IncludeTag {
  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const depth = Number(context.getRegister("includeDepth", 0)) + 1;
    if (depth > maxDepth) throw new Error(`includes are nested more than ${maxDepth} deep: one includes itself`);
    context.setRegister("includeDepth", depth);
    yield* super.render(context, emitter);
    context.setRegister("includeDepth", depth - 1);
  }
}
