import type { WebContents } from "electron";
import { isOfOrigin } from "./permission.ts";

/** Keeps the window on our own page: no other site, no new windows, no embedded pages, no downloads. */
export function setupNavigation(contents: WebContents, origin: string): void {
  contents.on("will-navigate", (event) => {
    if (!isOfOrigin(event.url, origin)) event.preventDefault();
  });
  contents.on("will-frame-navigate", (event) => {
    if (!isOfOrigin(event.url, origin)) event.preventDefault();
  });
  contents.on("will-redirect", (event) => {
    if (!isOfOrigin(event.url, origin)) event.preventDefault();
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.session.on("will-download", (event) => event.preventDefault());
}
