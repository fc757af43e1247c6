import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The staff page: `vite build --config backoffice/web/vite.config.ts` writes `dist/backoffice`. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL("../../dist/backoffice", import.meta.url)),
    emptyOutDir: true,
    // Fonts stay files: the page's policy allows them from here only.
    assetsInlineLimit: 0,
  },
});
