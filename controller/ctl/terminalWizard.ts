import type { CommissionedBoard, CommissioningProblem, CommissioningStep } from "#core/contract/technician.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { CommissioningSession } from "#device/commissioning/commissioningSession.ts";
import { boardText, PROBLEM_SENTENCES, wiringText } from "./wizardWords.ts";

export interface TerminalWizardOptions {
  readonly session: CommissioningSession;
  readonly clock: Clock;
  /** A question or news for the person. */
  readonly tell: (line: string) => void;
  /** The next answer; undefined where the input has ended. */
  readonly answer: () => Promise<string | undefined>;
}

/** How often the door is looked at while it is waited for. */
const LOOK_EVERY_MS = 100;
/** Nobody stands there any more. */
const WAIT_FOR_DOOR_MS = 600_000;
const USUAL_HEIGHT_MM = 180;

/** The person gave up, or the input ended. */
export class WizardEnded extends Error {
  override readonly name = "WizardEnded";
}

/** The commissioning wizard in a terminal: asks, opens one door at a time, and lets the person name what opened. */
export class TerminalWizard {
  readonly #options: TerminalWizardOptions;
  #heightMm = USUAL_HEIGHT_MM;
  #column = 1;

  constructor(options: TerminalWizardOptions) {
    this.#options = options;
  }

  /** From the boards that were found to the saved profile. Throws `WizardEnded`. */
  async run(): Promise<void> {
    const { session, tell } = this.#options;
    for (const board of session.view.boards) tell(boardText(board));
    do {
      await this.#ask("Shut every door, then press Enter.");
    } while ((await this.#step({ kind: "confirmAllShut" })) !== undefined);
    for (const { board } of session.view.boards) await this.#learn(board);
    for (const { board } of session.view.boards) await this.#nameDoors(board);
    const problem = await this.#step({ kind: "save" });
    if (problem !== undefined) throw new WizardEnded(PROBLEM_SENTENCES[problem]);
  }

  /** Opens doors until one has shown how the board is wired. */
  async #learn(name: string): Promise<void> {
    while (this.#board(name)?.calibration !== "done") {
      const text = await this.#ask(`Board ${name}: which channel shall open? [1]`);
      const channel = text === "" ? 1 : Number(text);
      if (!Number.isInteger(channel) || channel < 1 || channel > (this.#board(name)?.channels ?? 0)) continue;
      if ((await this.#step({ kind: "openChannel", board: name, channel })) !== undefined) continue;
      this.#options.tell("Its contact changed. Shut the door.");
      await this.#until(() => this.#board(name)?.calibration !== "learning");
      const board = this.#board(name);
      if (board?.calibration === "done") this.#options.tell(wiringText(board));
      else this.#options.tell("This channel cannot show the order of the status bytes: open one of 1 to 8.");
    }
  }

  async #nameDoors(name: string): Promise<void> {
    const channels = this.#board(name)?.channels ?? 0;
    const { session } = this.#options;
    for (let channel = 1; channel <= channels; channel += 1) {
      const wish = await this.#ask(
        `Board ${name}, channel ${channel}: Enter opens it, n: nothing hangs on it, e: nothing on this and the rest.`,
      );
      if (wish === "e") return;
      if (wish === "n") {
        await session.take({ kind: "nameDoor", board: name, channel });
        continue;
      }
      const problem = await this.#step({ kind: "openChannel", board: name, channel });
      if (problem !== undefined) channel -= 1;
      else await this.#nameDoor(name, channel);
    }
  }

  async #nameDoor(board: string, channel: number): Promise<void> {
    for (;;) {
      const text = await this.#ask(
        `Which door opened? Number, column from the left [${this.#column}], height in mm [${this.#heightMm}]; empty: none.`,
      );
      const [compartmentNumber = 0, column = this.#column, heightMm = this.#heightMm] = text
        .split(/[\s,]+/)
        .filter((part) => part !== "")
        .map(Number);
      const isNone = text === "";
      const step = isNone ? {} : { compartmentNumber, column, heightMm };
      const isPossible = [compartmentNumber, column, heightMm].every(Number.isInteger);
      if (!isPossible || (!isNone && !(compartmentNumber >= 1 && compartmentNumber <= 999))) continue;
      if (!isNone && (column < 1 || column > 24 || heightMm < 40 || heightMm > 2_000)) continue;
      if ((await this.#step({ kind: "nameDoor", board, channel, ...step })) !== undefined) continue;
      this.#column = column;
      this.#heightMm = heightMm;
      break;
    }
    this.#options.tell("Shut the door.");
    await this.#until(() => this.#board(board)?.doors[channel - 1]?.reading.door === "closed");
  }

  async #step(step: CommissioningStep): Promise<CommissioningProblem | undefined> {
    const { session, tell } = this.#options;
    await session.take(step);
    const { problem } = session.view;
    if (problem !== undefined) tell(PROBLEM_SENTENCES[problem]);
    return problem;
  }

  async #ask(question: string): Promise<string> {
    this.#options.tell(question);
    const answer = await this.#options.answer();
    if (answer === undefined || answer.trim() === "q") throw new WizardEnded("The wizard was left; nothing was saved.");
    return answer.trim();
  }

  async #until(isTrue: () => boolean): Promise<void> {
    const { clock } = this.#options;
    const giveUpAtMs = clock.monotonicMs() + WAIT_FOR_DOOR_MS;
    while (!isTrue()) {
      if (clock.monotonicMs() > giveUpAtMs) throw new WizardEnded("Nobody shut the door; nothing was saved.");
      await new Promise<void>((resolve) => void clock.after(LOOK_EVERY_MS, resolve));
    }
  }

  #board(name: string): CommissionedBoard | undefined {
    return this.#options.session.view.boards.find(({ board }) => board === name);
  }
}
