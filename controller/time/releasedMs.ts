/** When this version of the program was made, moved with each release: no clock that says less is right. */
export const RELEASED_MS = Date.UTC(2026, 10, 1);
