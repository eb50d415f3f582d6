import picocolors from "picocolors";

export type Colors = ReturnType<typeof picocolors.createColors>;

/** Where a command prints, and what it may know of its surroundings. */
export interface Terminal {
  /** Data, for programs. */
  readonly stdout: Sink;
  /** Everything for people. */
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Sink {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** https://no-color.org and https://force-color.org; otherwise colours only where a person looks on. */
export function colorsOf({ stderr, env }: Terminal, sink: Sink = stderr): Colors {
  if (env.NO_COLOR) return picocolors.createColors(false);
  if (env.FORCE_COLOR) return picocolors.createColors(env.FORCE_COLOR !== "0");
  return picocolors.createColors(sink.isTTY === true && env.TERM !== "dumb");
}
