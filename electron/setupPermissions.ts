import type { Session } from "electron";
import { isPermissionGranted } from "./permission.ts";

/** Answers every permission question of the page: the camera for our own origin, nothing else for anyone. */
export function setupPermissions(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = "mediaTypes" in details ? (details.mediaTypes ?? []) : [];
    const asking = "securityOrigin" in details ? details.securityOrigin : details.requestingUrl;
    answer(isPermissionGranted({ permission, origin: asking, isMainFrame: details.isMainFrame, media }, origin));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    const media = details.mediaType ? [details.mediaType] : [];
    const { isMainFrame } = details;
    return isPermissionGranted({ permission, origin: requestingOrigin, isMainFrame, media }, origin);
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
