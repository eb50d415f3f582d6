import { spawn } from "node:child_process";

/** Shows a URL of ours in the browser that the system prefers. Where there is none, nothing happens. */
export function openInBrowser(url: string): void {
  const [command, ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(command!, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["open"],
  // `start` is a word of the shell; its first argument is the title of a window.
  win32: ["cmd", "/c", "start", ""],
};
