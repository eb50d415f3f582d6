import { spawn } from "node:child_process";

/** Serves the built site by `pumice preview`; `home` is its address, with a slash at the end. */
export async function startPreview() {
  const preview = spawn(process.execPath, ["dist/cli.js", "preview"], { stdio: ["ignore", "ignore", "pipe"] });
  return { home: await addressOf(preview.stderr), stop: () => preview.kill() };
}

/** Where the preview says that it serves. */
async function addressOf(lines) {
  let said = "";
  for await (const chunk of lines) {
    said += chunk;
    const address = /Local\s+(http:\S+)\n/.exec(said)?.[1];
    if (address) return address;
  }
  throw new Error(`The preview did not start: ${said}`);
}
