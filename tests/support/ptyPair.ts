import { type PtyPair as JoinedPair, startPtyPair } from "./rig/ptyPair.ts";

/** Two joined pseudo-terminals that can be pulled apart, each under a path that stays the same. */
export interface PtyPair {
  readonly driverPath: string;
  readonly devicePath: string;
  /** Ends both, as when a USB adapter is pulled out. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
  /** The line carries nothing on, and keeps what it is given. */
  hold(): Promise<void>;
  letGo(): Promise<void>;
}

/** A pair named `name` in `folder`, plugged in. Needs Debian's socat. */
export async function createPtyPair(folder: string, name: string): Promise<PtyPair> {
  let joined: JoinedPair | undefined = await startPtyPair(folder, name);
  const { kioskPath, devicePath } = joined;
  return {
    driverPath: kioskPath,
    devicePath,
    plug: async () => {
      joined = await startPtyPair(folder, name);
    },
    hold: async () => joined?.program.signal("SIGSTOP"),
    letGo: async () => joined?.program.signal("SIGCONT"),
    unplug: async () => {
      await joined?.program.signal("SIGTERM");
      joined = undefined;
    },
  };
}
