/** Where the machine's power comes from, after XFS4IoT's words. Stale data and a dead daemon are `unknown`, not a failure. */
export interface PowerStatus {
  readonly source: "mains" | "battery" | "unknown" | "notSupported";
  readonly battery: "full" | "operational" | "low" | "critical" | "unknown" | "notSupported";
  /** 0 to 100; absent where the device does not say. */
  readonly chargePercent?: number | undefined;
  /** Time left on battery, seconds; absent where the device does not say. */
  readonly runtimeSeconds?: number | undefined;
  /** The supply has announced that it will switch off (FSD): nothing new begins. */
  readonly isShuttingDown: boolean;
}

export interface PowerSupply {
  start(): void;
  latest(): PowerStatus;
  onChanged(listener: (status: PowerStatus) => void): void;
  stop(): Promise<void>;
}

/** A dry contact. `notSupported`: none is connected. */
export type ContactState = "calm" | "active" | "unknown" | "notSupported";

/** Tamper and panic contacts of the cabinet. They only report; the flow latches them until staff acknowledge. */
export interface SafetyInputs {
  start(): void;
  latest(): { readonly tamper: ContactState; readonly panic: ContactState };
  onChanged(listener: (state: { readonly tamper: ContactState; readonly panic: ContactState }) => void): void;
  stop(): Promise<void>;
}
