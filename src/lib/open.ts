import { spawn, spawnSync } from "node:child_process";

/** Shows a URL or a file of ours with the program that the system prefers. Where there is none, nothing happens. */
export function openWithSystem(target: string): void {
  const [command, ...args] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(command!, [...args, target], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ["open"],
  // `start` is a word of the shell; its first argument is the title of a window.
  win32: ["cmd", "/c", "start", ""],
};

/**
 * Opens a file in the writer's editor, `VISUAL` or `EDITOR`, and waits until it is closed; without one, with the program that
 * the system prefers. No shell sees the name of the file.
 */
export function openInEditor(file: string, env: Readonly<Record<string, string | undefined>>): void {
  const [command, ...args] = (env.VISUAL || env.EDITOR || "").split(/\s+/).filter((word) => word !== "");
  const opened = command !== undefined && spawnSync(command, [...args, file], { stdio: "inherit" }).error === undefined;
  if (!opened) openWithSystem(file);
}
