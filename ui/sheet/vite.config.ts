import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The sheet of widgets for judging: `vite --config ui/sheet/vite.config.ts`. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [react()],
  build: { outDir: fileURLToPath(new URL("../../dist/sheet", import.meta.url)), emptyOutDir: true },
  server: { port: 5199, fs: { strict: false } },
});
