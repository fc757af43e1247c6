/** The parts of a permission question that decide it; Electron fills different ones for checks and requests. */
export type PermissionQuestion = {
  readonly permission: string;
  /** Origin or address of the asking page. */
  readonly origin: string | undefined;
  readonly isMainFrame: boolean;
  /** What kinds of media are asked for; empty when Electron does not say. */
  readonly media: readonly string[];
};

/** Only the camera, without sound, and only for the main frame of our own page, is granted. */
export function isPermissionGranted(question: PermissionQuestion, ownOrigin: string): boolean {
  if (question.permission !== "media" || !question.isMainFrame) return false;
  if (question.media.length === 0 || question.media.some((kind) => kind !== "video")) return false;
  return isOfOrigin(question.origin, ownOrigin);
}

/** Whether an address belongs to our own page: same scheme, host and port. */
export function isOfOrigin(address: string | undefined, ownOrigin: string): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  return new URL(address).origin === ownOrigin;
}
