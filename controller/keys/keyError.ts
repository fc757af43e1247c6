/** Why the kiosk's keys could not be used; the message is a sentence for the person who starts the kiosk. */
export class KeyError extends Error {
  override readonly name = "KeyError";
}
