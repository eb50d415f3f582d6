/** A line that begins with a key, as well as it can be told without knowing YAML. */
export interface KeyLine {
  readonly key: string;
  /** What stands after the key and its colon. */
  readonly text: string;
  /** 1-based column of `text`. */
  readonly column: number;
  /** Written as YAML wants it: an ASCII colon and a space, or nothing more. */
  readonly proper: boolean;
}

const keyLinePattern =
  /^(["']?)([\p{L}_][\p{L}\p{N}_.-]{0,40}(?: [\p{L}\p{N}_.-]{1,20}){0,2}:?)\1[ \t]*(?:(:)(?=[ \t]|$)|(?<=[\w-])(:)(?!\/\/)|(：))[ \t]*/u;

/** Reads `key: value` at the start of a line; also `key:value` and `key：value`, which people write but YAML does not know. */
export function readKeyLine(line: string): KeyLine | undefined {
  const match = keyLinePattern.exec(line);
  if (!match) return undefined;
  const column = match[0].length + 1;
  return { key: match[2]!, text: line.slice(match[0].length).trimEnd(), column, proper: match[3] !== undefined };
}

/**
 * Where front matter without its closing line ends: the index of the first line that is no longer `key: value`, list or
 * continuation. Prose, headings and lists after a blank line are taken for the post's body, never for front matter.
 */
export function endOfLooseYaml(lines: readonly string[]): { readonly end: number; readonly keys: readonly string[] } {
  const keys: string[] = [];
  let index = 0;
  let end = 0;
  for (; index < lines.length && index < 1000; index++) {
    const line = lines[index]!;
    if (line.trim() === "") continue;
    const afterBlank = index > 0 && lines[index - 1]!.trim() === "";
    const keyLine = readKeyLine(line);
    // "As I said: no" is prose.
    const found = afterBlank && keyLine?.key.includes(" ") ? undefined : keyLine;
    const continues = keys.length > 0 && !afterBlank && /^(?:[ \t]|- |-$|[\]}#])/.test(line);
    if (!found && !continues) break;
    if (found) keys.push(found.key);
    end = index + 1;
  }
  return { end, keys };
}
