import { BrowserWindow } from "electron";
import { setupNavigation } from "./setupNavigation.ts";
import { setupPermissions } from "./setupPermissions.ts";

/** Half of the kiosk's 1080×1920 screen, which fits a desk monitor. */
const DESK_SIZE = { width: 540, height: 960 };

/** Opens the locked-down window, still empty: the whole screen, or a plain window on a desk. */
export function setupWindow({ origin, isWindowed }: { origin: string; isWindowed: boolean }): BrowserWindow {
  const window = new BrowserWindow({
    ...DESK_SIZE,
    kiosk: !isWindowed,
    autoHideMenuBar: true,
    backgroundColor: "#ffffff",
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: isWindowed,
      // A covered or dimmed screen must not slow the page's own timers.
      backgroundThrottling: false,
    },
  });
  window.removeMenu();
  setupPermissions(window.webContents.session, origin);
  setupNavigation(window.webContents, origin);
  return window;
}
