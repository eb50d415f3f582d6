import type { Terminal } from "../../src/report/terminal.js";

/** A terminal whose output can be read. */
export function makeTerminal(env: Terminal["env"] = {}, isTTY = false) {
  const printed = { stdout: "", stderr: "" };
  const terminal: Terminal = {
    stdout: { write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text), isTTY },
    env,
  };
  return { terminal, printed };
}
