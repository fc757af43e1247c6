import { join } from "node:path";
import react from "@vitejs/plugin-react";
import * as esbuild from "esbuild";
import { build } from "vite";
import { type BuildTarget, projectRoot, SHELL } from "./targets.ts";

/** Bundles a target into `dist/<name>`. */
export async function bundle(target: BuildTarget): Promise<void> {
  if (target.name === SHELL.name) await bundleShell(target);
  else await bundlePages(target);
}

async function bundlePages({ name, folder, entries }: BuildTarget): Promise<void> {
  const root = join(projectRoot, folder);
  await build({
    configFile: false,
    root,
    // Relative addresses: the same files are served below any path.
    base: "./",
    logLevel: "warn",
    plugins: [react()],
    worker: { format: "es" },
    build: {
      outDir: join(projectRoot, "dist", name),
      emptyOutDir: true,
      target: "chrome120",
      // No data: addresses, so that the content security policy can stay at 'self'.
      assetsInlineLimit: 0,
      // The whole page comes from the same machine; a font with Chinese glyphs is large and that is fine.
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: entries.map((entry) => join(root, entry)) },
    },
  });
}

async function bundleShell({ name, folder, entries }: BuildTarget): Promise<void> {
  await esbuild.build({
    entryPoints: entries.map((entry) => join(projectRoot, folder, entry)),
    outdir: join(projectRoot, "dist", name),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    external: ["electron"],
    logLevel: "warning",
  });
}
