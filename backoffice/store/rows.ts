/** A kiosk of the register. */
export interface KioskRow {
  readonly kioskNumber: number;
  /** Ed25519 public key, `x` of the JWK. */
  readonly publicKeyX: string;
  readonly enrolledAtMs: number;
  readonly revokedAtMs: number | null;
  /** Last authentic request, wall time of the back office. */
  readonly lastContactMs: number | null;
  readonly logId: string | null;
  readonly lastSeq: number;
  readonly ordersTakenUpTo: number;
}

/** A log of a kiosk and its newest event here. */
export interface LogRow {
  readonly logId: string;
  readonly lastSeq: number;
  readonly hash: string;
}

/** What a person must look at: the intake went on, or stopped for this kiosk. */
export interface AlarmRow {
  readonly alarmId: number;
  readonly kioskNumber: number;
  readonly logId: string;
  readonly kind: "fork" | "badChain" | "eventsParked" | "newLog" | "restoredLog";
  readonly message: string;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly count: number;
}

/** An order to a kiosk; its body stays sealed to the office key, since it may name a person. */
export interface OrderRow {
  readonly kioskNumber: number;
  readonly number: number;
  readonly kind: "assignOfficialCode" | "announceDossier";
  readonly dossierId: string;
  readonly officialCode: string;
  readonly sealedBody: string;
  readonly createdBy: string;
  readonly createdAtMs: number;
}

/** A staff account. */
export interface StaffRow {
  readonly staffId: string;
  readonly login: string;
  readonly name: string;
  /** A lead also enrols and revokes kiosks. */
  readonly role: "clerk" | "lead";
  readonly passwordHash: string;
  readonly failedTries: number;
  readonly lockedUntilMs: number | null;
}
