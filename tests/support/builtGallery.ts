import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/** The gallery of fixtures, built once into `folder` and served from it on the loopback interface. */
export async function serveBuiltGallery(
  folder: string,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const root = join(import.meta.dirname, "../../renderer");
  await build({
    configFile: false,
    root,
    base: "./",
    logLevel: "error",
    plugins: [react()],
    worker: { format: "es" },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "chrome120",
      assetsInlineLimit: 0,
      minify: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: join(root, "gallery.html") },
    },
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://gallery").pathname);
    const file = join(folder, path);
    stat(file).then(
      () => {
        response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
        createReadStream(file).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The gallery's server did not say its port.");
  return {
    url: `http://127.0.0.1:${address.port}/gallery.html`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
