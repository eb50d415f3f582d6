/**
 * What a build has to say about one place of the site. The fields are named as those of a `VFileMessage`, but it is plain
 * data: messages are cached with their post, cross threads and are printed as JSON.
 */
export interface Message {
  readonly severity: Severity;
  /** Name of the rule that speaks, kebab-case and permanent: people search for it and silence it by it. */
  readonly ruleId: string;
  /** What happened and why, one sentence without a full stop. */
  readonly reason: string;
  /** What to do about it. */
  readonly note?: string;
  /** Path relative to the site's source, with `/`. */
  readonly file?: string;
  /** 1-based line and column of the file, front matter included. */
  readonly line?: number;
  readonly column?: number;
}

/** An `error` stops the build before anything is written; a `warning` does so with `--strict`; `info` never. */
export type Severity = "error" | "warning" | "info";

/** A problem that the user of the program can mend. Anything else that is thrown is a bug and shows its stack. */
export class UserError extends Error {
  readonly messages: readonly Message[];
  /** 1: the content is wrong; 2: the command line or the configuration is wrong. */
  readonly exitCode: 1 | 2;

  constructor(messages: readonly Message[], exitCode: 1 | 2 = 1) {
    super(messages.map((message) => message.reason).join("\n"));
    this.name = "UserError";
    this.messages = messages;
    this.exitCode = exitCode;
  }
}

export function countBySeverity(messages: Iterable<Message>): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const message of messages) counts[message.severity] += 1;
  return counts;
}
