/*
 * The pictures of the README: the demo site's pages as a browser shows them. `npm run screenshots` takes them; the browser is
 * the one that CHROME_PATH names.
 */
import { chromium } from "playwright-core";
import { startPreview } from "./preview.js";

const shots = [
  { name: "home-light", path: "", width: 1280, colorScheme: "light" },
  { name: "post-light", path: "2025/03/08/140086215.html", width: 1240, colorScheme: "light" },
  {
    name: "post-dark",
    path: "2024/05/19/counting-what-was-lost.html#four-ways-to-write-it-down",
    width: 1280,
    colorScheme: "dark",
  },
  { name: "phone-dark", path: "", width: 390, colorScheme: "dark" },
];

const { home, stop } = await startPreview();
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const { name, path, width, colorScheme } of shots) {
  const page = await browser.newPage({ viewport: { width, height: 760 }, colorScheme });
  await page.goto(home + path, { waitUntil: "networkidle" });
  await page.waitForTimeout(500);
  await page.screenshot({ path: `docs/screenshots/${name}.png` });
  await page.close();
}
await browser.close();
stop();
