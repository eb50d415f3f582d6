import {
  AssignTag,
  CaptureTag,
  CaseTag,
  CommentTag,
  ForTag,
  IfTag,
  isTruthy,
  type Template,
  toValue,
  UnlessTag,
  type Value,
} from "liquidjs";
import { compileLoop } from "./for.js";
import { areEqual } from "./operators.js";
import { compileAll, compileKind, type Render, textOf } from "./templates.js";
import { compileToken, compileValue } from "./values.js";

/** The tags that most pages consist of are rendered here from now on. */
export function renderTagsDirectly(): void {
  compileKind(IfTag, compileIf);
  compileKind(UnlessTag, compileUnless);
  compileKind(CaseTag, compileCase);
  compileKind(ForTag, compileLoop);
  compileKind(AssignTag, compileAssign);
  compileKind(CommentTag, () => () => {});
  compileKind(CaptureTag as unknown as CapturingTag, compileCapture);
}

function compileIf({ branches, elseTemplates }: IfTag): Render {
  const otherwise = compileAll(elseTemplates);
  return branches.reduceRight<Render>((next, { value, templates }) => {
    const [condition, body] = [compileValue(value), compileAll(templates)];
    return (context, emitter) => (isTruthy(condition(context), context) ? body : next)(context, emitter);
  }, otherwise);
}

function compileUnless({ branches, elseTemplates }: UnlessTag): Render {
  const otherwise = compileAll(elseTemplates);
  return branches.reduceRight<Render>((next, { value, test, templates }) => {
    const [condition, body] = [compileValue(value), compileAll(templates)];
    return (context, emitter) => (test(condition(context), context) ? body : next)(context, emitter);
  }, otherwise);
}

/** Each branch that meets is printed, as in LiquidJS. */
function compileCase({ value, branches, elseTemplates }: CaseTag): Render {
  const subject = compileValue(value);
  const otherwise = compileAll(elseTemplates);
  const compiled = branches.map(({ values, templates }) => {
    return { values: values.map(compileToken), body: compileAll(templates) };
  });
  return (context, emitter) => {
    const target = toValue(subject(context));
    let isMet = false;
    for (const { values, body } of compiled) {
      if (!values.some((value) => areEqual(target, value(context)))) continue;
      isMet = true;
      body(context, emitter);
    }
    if (!isMet) otherwise(context, emitter);
  };
}

function compileAssign(tag: AssignTag): Render {
  const { key, value } = tag as unknown as { readonly key: string; readonly value: Value };
  const evaluate = compileValue(value);
  return (context) => {
    (context.bottom() as Record<string, unknown>)[key] = evaluate(context);
  };
}

interface Capture {
  readonly variable: string;
  readonly templates: readonly Template[];
}

/** LiquidJS's own type is at odds with the one of templates. */
type CapturingTag = abstract new (...values: never[]) => Template & Capture;

function compileCapture({ variable, templates }: Capture): Render {
  return (context) => {
    (context.bottom() as Record<string, unknown>)[variable] = textOf(templates, context);
  };
}
