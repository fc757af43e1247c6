/** How a clerk works; what is absent is done as a good clerk does it. */
export interface ClerkHabits {
  /** Wrong PINs before the right one. */
  readonly wrongPins?: number;
  /** Does not remember the PIN at all. */
  readonly hasForgottenPin?: boolean;
  /** Share of counts that come out wrong at first, 0..1. */
  readonly miscounts?: number;
  /** Share of compartments that are left for later, 0..1. */
  readonly skips?: number;
  /** Leaves a door open and walks away, once. */
  readonly leavesDoorOpen?: boolean;
  /** Lays nothing on the counter: the bags stay in the clerk's hands until the next round. */
  readonly forgetsBags?: boolean;
}
