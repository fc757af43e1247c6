import type { CommissionedBoard, CommissioningProblem } from "#core/contract/technician.ts";

/** What a problem of the wizard means, and what to do. */
export const PROBLEM_SENTENCES: Readonly<Record<CommissioningProblem, string>> = {
  portBusy: "Another program has this port. End it first.",
  portFailed: "The port cannot be opened, or went away. Check the cable.",
  nothingFound:
    "No lock board answered. Check power, A and B, and the address; or name the board with --family and --address.",
  doorsNotShut: "A door is open, or moved since you said that all are shut. Shut every door.",
  nothingChanged:
    "No contact changed. If a door opened, its contact is not connected; if none did, try another channel.",
  severalChanged: "Another contact changed than that of this channel, or several did. Check the cabling of this door.",
  boardSilent: "The board does not answer.",
  refusesPulse: "The board cannot pulse a lock by itself: it must not drive locks.",
  twoAnswers: "Two boards answer at one address. Give one of them another address, and search again.",
  echo: "The adapter hands back what it sends. It works, but should be mended.",
  numberTaken: "Another door has this number already.",
  notFinished: "Something is missing: every board needs a learned wiring, and at least one door a number.",
  dossiersInside: "The log says that a dossier is inside. Empty the kiosk first.",
  saveFailed: "The file could not be written. Check the disk and the folder's rights.",
};

/** A board in one line. */
export function boardText({ board, family, baudRate, address, channels }: CommissionedBoard): string {
  return `Board ${board}: ${family}, address ${address}, ${baudRate} baud, ${channels} channels`;
}

/** What was learned of a board. */
export function wiringText({ board, feedback, byteOrder }: CommissionedBoard): string {
  return `Board ${board}: contacts are ${feedback}${byteOrder === undefined ? "" : `, ${byteOrder}`}.`;
}
