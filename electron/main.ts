// The shell: one locked-down window on the controller's screens. No business rule lives here.
import { app } from "electron";
import { readLaunch } from "./launch.ts";
import { setupRecovery } from "./setupRecovery.ts";
import { setupWindow } from "./setupWindow.ts";

try {
  const launch = readLaunch(process.argv.slice(1), process.env);
  app.enableSandbox();
  app.on("window-all-closed", () => app.quit());
  if (app.requestSingleInstanceLock()) {
    // Not awaited: Electron holds `ready` back until this module has been evaluated.
    void app.whenReady().then(() => setupRecovery(setupWindow(launch), launch));
  } else {
    console.error("The shell is already running on this data; this one ends.");
    app.quit();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  app.exit(1);
}
