import type { ServerResponse } from "node:http";

/** Most pages that follow at once; further ones are told to come back later. */
const MOST_LISTENERS = 200;
const HEARTBEAT_MS = 20_000;

/** Tells open pages that something changed (server-sent events). */
export interface LiveChannel {
  /** Follows until the response closes; false when there are too many followers already. */
  add(response: ServerResponse): boolean;
  /** The register changed; `receivedId` is the newest event's. */
  changed(receivedId: number): void;
  close(): void;
}

/** Writes to each follower; one that does not read is dropped rather than buffered without end. */
export function createLiveChannel(): LiveChannel {
  const followers = new Set<ServerResponse>();
  const send = (text: string) => {
    for (const response of followers) {
      if (response.writableLength > 64 * 1024) response.destroy();
      else response.write(text);
    }
  };
  const heartbeat = setInterval(() => send(": alive\n\n"), HEARTBEAT_MS);
  heartbeat.unref();
  return {
    add(response) {
      if (followers.size >= MOST_LISTENERS) return false;
      followers.add(response);
      response.on("close", () => followers.delete(response));
      return true;
    },
    changed: (receivedId) => send(`event: changed\ndata: ${receivedId}\n\n`),
    close() {
      clearInterval(heartbeat);
      for (const response of followers) response.end();
    },
  };
}
