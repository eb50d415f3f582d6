/** @import { Findings, Sample } from "./model.d.ts" */
/** @import { Measure } from "./measure.mjs" */

/**
 * @typedef {{ readonly posts: ReadonlySet<string> }} Context names of the source's posts, without extension
 * @typedef {{ readonly kind: string, readonly name: string, readonly reason: string, readonly holds: (sample: string, context: Context) => boolean }} Exception
 *   a loss or fault that is right; told by its sign, never by the post that has it
 * @typedef {Sample & { readonly name: string }} Excepted
 */

/** Losses that no generator could help. The report names each one that was met. @type {readonly Exception[]} */
export const EXCEPTIONS = [
  {
    kind: "links",
    name: "link to a post that is not there",
    reason:
      "`{% post_url %}` names a post that the folder does not hold: there is no address to lead to, so the words stay and the build warns",
    holds: (sample, { posts }) => {
      const post = /^\/(?:[^\s"]*\/)?(\d{4}-\d\d-\d\d-[^\s"/]+?)(?:\.(?:md|markdown|html))? "/.exec(sample)?.[1];
      return post !== undefined && !posts.has(post);
    },
  },
];

/**
 * Takes what is an exception out of the losses and faults of a post.
 * @param {Measure} measure @param {Context} context
 * @returns {{ measure: Measure, excepted: readonly Excepted[] }}
 */
export function applyExceptions(measure, context) {
  const { findings } = measure;
  if (findings === undefined) return { measure, excepted: [] };
  const excepted = findings.samples.flatMap((sample) => {
    const exception = EXCEPTIONS.find(({ kind, holds }) => kind === sample.kind && holds(sample.sample, context));
    return exception === undefined ? [] : [{ ...sample, name: exception.name }];
  });
  if (excepted.length === 0) return { measure, excepted };
  return { measure: { ...measure, findings: withoutSamples(findings, excepted) }, excepted };
}

/** @param {Findings} findings @param {readonly Excepted[]} excepted @returns {Findings} */
function withoutSamples(findings, excepted) {
  const count = (/** @type {string} */ kind) => excepted.filter((sample) => sample.kind === kind).length;
  const figures = Object.entries(findings.figures).map(([kind, { source, lost }]) => [
    kind,
    { source: source - count(kind), lost: lost - count(kind) },
  ]);
  const faults = Object.entries(findings.faults).map(([kind, faulty]) => [kind, faulty - count(kind)]);
  const isExcepted = (/** @type {Sample} */ { kind, sample }) =>
    excepted.some((other) => other.kind === kind && other.sample === sample);
  return {
    ...findings,
    figures: Object.fromEntries(figures),
    faults: Object.fromEntries(faults.filter(([, faulty]) => faulty !== 0)),
    samples: findings.samples.filter((sample) => !isExcepted(sample)),
  };
}
