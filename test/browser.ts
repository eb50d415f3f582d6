import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The Chromium or Chrome of this machine, or the one that `CHROME_PATH` names; undefined where there is none. */
export function findBrowser(): string | undefined {
  const { CHROME_PATH } = process.env;
  return CHROME_PATH || usualPlaces.find((path) => existsSync(path));
}

/**
 * Why tests with a browser are skipped, for their names; undefined where they run. With `PUMICE_BROWSER_REQUIRED=1` they always
 * run, and fail where there is no browser.
 */
export const noBrowser: string | undefined =
  findBrowser() || process.env.PUMICE_BROWSER_REQUIRED === "1"
    ? undefined
    : "skipped: no Chromium found; name one by CHROME_PATH";

/** Starts the browser, which does nothing of its own accord on the network. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error("No Chromium was found, and PUMICE_BROWSER_REQUIRED asks for one: set CHROME_PATH");
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"];
  return chromium.launch({ executablePath, args });
}
