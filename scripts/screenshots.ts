import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { createServer } from "vite";

/**
 * Draws every fixture of the touch screen to PNG files:
 * `node scripts/screenshots.ts --out DIR [--only papers,home] [--lang vi,en,zh] [--text 1,2,4] [--contrast high] [--size portrait]`
 */
const sizes = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1280, height: 800 },
} as const;

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "screenshots" },
    only: { type: "string" },
    lang: { type: "string", default: "vi" },
    text: { type: "string", default: "2" },
    contrast: { type: "string", default: "normal" },
    size: { type: "string", default: "portrait,landscape" },
    chromium: { type: "string", default: "/usr/bin/chromium" },
  },
});

await main();

async function main(): Promise<void> {
  const server = await createServer({
    root: join(import.meta.dirname, "../renderer"),
    configFile: false,
    oxc: { jsx: { runtime: "automatic" } },
    server: { port: 0, host: "127.0.0.1", fs: { strict: false } },
    logLevel: "error",
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error("The development server did not say where it listens.");
  const browser = await chromium.launch({
    executablePath: values.chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  await mkdir(values.out, { recursive: true });
  for (const size of values.size.split(",")) {
    if (size === "portrait" || size === "landscape") await drawAll(browser, address, size);
  }
  await browser.close();
  await server.close();
}

async function drawAll(browser: Browser, address: string, size: keyof typeof sizes): Promise<void> {
  const names = values.only?.split(",") ?? (await namesOf(browser, address));
  const page = await browser.newPage({ viewport: sizes[size], reducedMotion: "reduce" });
  page.on("pageerror", (error) => console.error(`${page.url()}: ${error.message}`));
  for (const screen of names) {
    for (const lang of values.lang.split(",")) {
      for (const text of values.text.split(",")) {
        const query = new URLSearchParams({ screen, lang, size: text, contrast: values.contrast });
        await page.goto(`${address}gallery.html?${query}`);
        await page.locator(".screen, .starting").first().waitFor();
        await page.evaluate(() => document.fonts.ready.then(() => true));
        const name = [screen, lang, `text${text}`, values.contrast, size].join("-");
        await page.screenshot({ path: join(values.out, `${name}.png`) });
        const cut = await page.evaluate(() => {
          const wide = [...document.querySelectorAll(".screen *")].filter((one) => {
            const box = one.getBoundingClientRect();
            return (
              box.width > 0 &&
              box.right > window.innerWidth + 2 &&
              one.closest("svg, .page-title, .pavement, .camera-view, .paper-preview") === null
            );
          });
          return wide.map((one) => one.className).slice(0, 3);
        });
        if (cut.length > 0) console.warn(`${name}: reaches over the right edge: ${cut.join(", ")}`);
      }
    }
  }
  await page.close();
}

/** The names that the gallery lists. */
async function namesOf(browser: Browser, address: string): Promise<string[]> {
  const page = await browser.newPage();
  await page.goto(`${address}gallery.html`);
  await page.locator("a").first().waitFor();
  const names = await page.locator("a").allTextContents();
  await page.close();
  return names;
}
