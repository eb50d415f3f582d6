import {
  AssignTag,
  CaptureTag,
  CaseTag,
  type Context,
  type Emitter,
  ForTag,
  IfTag,
  isTruthy,
  type Tag,
  toValue,
  UnlessTag,
  type Value,
} from "liquidjs";
import { renderLoop } from "./for.js";
import { areEqual } from "./operators.js";
import { renderAll, textOf } from "./templates.js";
import { evaluate, isDirect, tokenValue } from "./values.js";

/** The tags that most pages consist of are rendered here from now on. */
export function renderTagsDirectly(): void {
  replace(IfTag, renderIf);
  replace(UnlessTag, renderUnless);
  replace(CaseTag, renderCase);
  replace(ForTag, renderLoop);
  replace(AssignTag, renderAssign);
  replace(CaptureTag, (tag, context) => {
    context.bottom()[tag.variable as never] = textOf(tag.templates, context) as never;
  });
}

/** Renderings that may wait are left to the tag's own. */
function replace<T extends Tag>(
  { prototype }: { readonly prototype: T },
  direct: (tag: T, context: Context, emitter: Emitter) => void,
): void {
  const slow = prototype.render;
  prototype.render = function (this: T, context: Context, emitter: Emitter) {
    return isDirect(context) ? direct(this, context, emitter) : slow.call(this, context, emitter);
  } as typeof slow;
}

function renderIf({ branches, elseTemplates = [] }: IfTag, context: Context, emitter: Emitter): void {
  const branch = branches.find(({ value }) => isTruthy(evaluate(value, context), context));
  renderAll(branch?.templates ?? elseTemplates, context, emitter);
}

function renderUnless({ branches, elseTemplates }: UnlessTag, context: Context, emitter: Emitter): void {
  const branch = branches.find(({ value, test }) => test(evaluate(value, context), context));
  renderAll(branch?.templates ?? elseTemplates, context, emitter);
}

/** Each branch that meets is printed, as in LiquidJS. */
function renderCase({ value, branches, elseTemplates }: CaseTag, context: Context, emitter: Emitter): void {
  const target = toValue(evaluate(value, context));
  let isMet = false;
  for (const { values, templates } of branches) {
    if (!values.some((token) => areEqual(target, tokenValue(token, context)))) continue;
    isMet = true;
    renderAll(templates, context, emitter);
  }
  if (!isMet) renderAll(elseTemplates, context, emitter);
}

function renderAssign(tag: AssignTag, context: Context): void {
  const { key, value } = tag as unknown as { readonly key: string; readonly value: Value };
  (context.bottom() as Record<string, unknown>)[key] = evaluate(value, context);
}
