/** Time limits of the lock boards, all in milliseconds on the monotonic clock. */
export interface LockBoardTimes {
  /** Pause between two polls of a board. Default 1,000. */
  readonly pollMs: number;
  /** Longest pause between two polls of a board that does not answer. Default 4,000. */
  readonly longestPollMs: number;
  /** Missed replies in a row after which a board counts as lost. Default 2. */
  readonly missesToLose: number;
  /** Pause between two polls while a door is watched. Default 25. */
  readonly watchPollMs: number;
  /** Longest wait for the answer to an unlock from a board that gives one. Default 400: some answer after the pulse. */
  readonly unlockReplyMs: number;
  /** Longest wait for it from a board that gave none last time. Default 60. */
  readonly noUnlockReplyMs: number;
  /** A reading younger than this need not be repeated before a pulse. Default 250. */
  readonly freshReadingMs: number;
  /** Pause between two pulses on one wire: electromagnetic locks draw up to 3 A for 500 ms. Default 500. */
  readonly pulseSpacingMs: number;
  /** A door that is still shut so long after its pulse is jammed. Default 1,700, at most 2,000. */
  readonly jamAfterMs: number;
  /** A quick hand opens and shuts a door unseen where two readings are further apart than this. Default 250. */
  readonly gapMs: number;
  /** The same for the first reading after a pulse: until the pulse is over the bolt cannot catch again. Default 500. */
  readonly firstGapMs: number;
  /** So long after a pulse an unread door stays unresolved. Default 3,000. */
  readonly giveUpAfterMs: number;
  /** A door that did not open is no longer watched without pause. Default 10,000. */
  readonly watchShutDoorMs: number;
  /** A door that stays open is no longer watched without pause. Default 180,000. */
  readonly watchOpenDoorMs: number;
}

export const DEFAULT_LOCK_BOARD_TIMES: LockBoardTimes = {
  pollMs: 1_000,
  longestPollMs: 4_000,
  missesToLose: 2,
  watchPollMs: 25,
  unlockReplyMs: 400,
  noUnlockReplyMs: 60,
  freshReadingMs: 250,
  pulseSpacingMs: 500,
  jamAfterMs: 1_700,
  gapMs: 250,
  firstGapMs: 500,
  giveUpAfterMs: 3_000,
  watchShutDoorMs: 10_000,
  watchOpenDoorMs: 180_000,
};
