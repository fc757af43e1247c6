/** Device states after XFS4IoT `Common.Status`; `unknown` (cannot tell now) is not `notSupported` (never can). */
export type DeviceState =
  | "online"
  | "offline"
  | "powerOff"
  | "noDevice"
  | "hardwareError"
  | "userError"
  | "deviceBusy"
  | "fraudAttempt"
  | "starting"
  | "unknown"
  | "notSupported";

/** What staff do about an error, after XFS4IoT `Common.ErrorEvent`. */
export type ErrorAction = "reset" | "clear" | "configuration" | "maintenance" | "suspend";

export type DeviceKind =
  | "lockBoard"
  | "printer"
  | "scanner"
  | "camera"
  | "ups"
  | "safetyInputs"
  | "network"
  | "database";

/** One device as a whole: state, what it can do, and what is wrong. Values are facts; the words are the page's. */
export interface DeviceReport {
  /** Unique in a kiosk, such as `lockBoard:A` or `printer`. */
  readonly deviceId: string;
  readonly kind: DeviceKind;
  readonly state: DeviceState;
  /** What this device can and cannot do; false means that it never can (not that it fails now). */
  readonly capabilities: Readonly<Record<string, boolean | number | string>>;
  /** Further properties such as `paper: nearEnd`; `unknown` and `notSupported` are kept apart. */
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  readonly error?: { readonly code: string; readonly action: ErrorAction } | undefined;
}

/** What changed of one device: only the properties that did. */
export interface DeviceChange {
  readonly deviceId: string;
  readonly state?: DeviceState;
  readonly properties?: DeviceReport["properties"];
  /** `null`: the error is gone. */
  readonly error?: DeviceReport["error"] | null;
}
