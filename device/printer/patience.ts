/**
 * The silences that a question about a job bears, one after the other, milliseconds: 15.5 s in all. Nothing is sent twice
 * meanwhile, so patience costs nothing; a busy machine and a busy printer need it.
 */
export const JOB_SILENCES_MS: readonly number[] = [500, 1_000, 2_000, 4_000, 8_000];

/** The silences that the regular look bears before it says that nothing is known. */
export const IDLE_SILENCES_MS: readonly number[] = [500, 1_000];

/** A printer that was silent this long may have been switched off and on, and have lost what it had not printed yet. */
export const RESTART_SUSPECTED_MS = 4_000;

/** How long the mark behind a job is waited for after the printer said that it is well, milliseconds. */
export const END_MARK_TIMEOUT_MS = 15_000;
