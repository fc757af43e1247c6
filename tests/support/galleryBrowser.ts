import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { serveBuiltGallery } from "./builtGallery.ts";

/** The checks of accessibility as a script for a page. */
export const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The gallery of all fixtures and a browser to look at it; there while the tests of one file run. */
export function openGalleryBrowser(): {
  readonly browser: () => Browser;
  readonly gallery: () => Awaited<ReturnType<typeof serveBuiltGallery>>;
} {
  const folder = mkdtempSync(join(tmpdir(), "dossier-kiosk-gallery-"));
  let browser: Browser;
  let gallery: Awaited<ReturnType<typeof serveBuiltGallery>>;
  beforeAll(async () => {
    gallery = await serveBuiltGallery(folder);
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });
  afterAll(async () => {
    await browser.close();
    await gallery.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { browser: () => browser, gallery: () => gallery };
}
