/**
 * The official axis: codes 1 to 10 of the one-stop system. Kept apart from custody; what happens at a kiosk maps to a
 * few of them only, and only for a dossier that has an official code.
 */
export type OfficialStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** Received ("Được tiếp nhận"): the papers were checked and the dossier has an official code. */
export const OFFICIALLY_RECEIVED: OfficialStatus = 2;
/** Done ("Đã xử lý xong"): the result lies in a compartment. */
export const OFFICIALLY_DONE: OfficialStatus = 9;
/** Returned ("Đã trả kết quả"): collected with the door seen open and then shut (I5), never on less. */
export const OFFICIALLY_RETURNED: OfficialStatus = 10;
