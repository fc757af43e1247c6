import { refusal } from "#backoffice/server/kioskRequest.ts";
import type { Clock } from "#core/interfaces/clock.ts";
import type { Chance } from "../contract/plan.ts";
import type { Life } from "./life.ts";
import type { Office, OfficeAnswer } from "./office.ts";

/** What happens on the way between kiosk and back office. Shares are 0..1, times virtual milliseconds. */
export interface WayState {
  /** No request comes through. */
  isDown: boolean;
  /** Each way takes up to so long. */
  longestDelayMs: number;
  /** The request does not arrive. */
  loseRequest: number;
  /** It arrives and is handled, and the answer is lost. */
  loseAnswer: number;
  /** It arrives a second time, later. */
  double: number;
  /** The back office answers with a fault of its own, having done nothing. */
  fail: number;
  /** It says that it does not know this kiosk, having done nothing. */
  reject: number;
  /** The answer arrives and is not what was sent. */
  damage: number;
}

/** A way on which nothing goes wrong. */
export function goodWay(): WayState {
  return { isDown: false, longestDelayMs: 40, loseRequest: 0, loseAnswer: 0, double: 0, fail: 0, reject: 0, damage: 0 };
}

export interface OfficeWayOptions {
  readonly office: Office;
  readonly clock: Clock;
  readonly chance: Chance;
}

const REJECTION = refusal("unknownKiosk", "No kiosk of this number is enrolled.");

/** How long a second copy of a request may wander, milliseconds. */
const LONGEST_DETOUR_MS = 600_000;

/** The network: `fetch` as the program knows it, and everything that can go wrong with it. */
export class OfficeWay {
  readonly state: WayState = goodWay();
  readonly #options: OfficeWayOptions;

  constructor(options: OfficeWayOptions) {
    this.#options = options;
  }

  /** The program's way to the back office in one life: a dead program's requests go on, their answers find nobody. */
  fetchFor(life: Life): typeof globalThis.fetch {
    return (input, init) =>
      new Promise((resolve, reject) => {
        const give = (act: () => void): void => {
          if (!life.isOver) act();
        };
        init?.signal?.addEventListener("abort", () => give(() => reject(new Error("The request was aborted."))));
        this.#send(String(input), String(init?.body ?? "")).then(
          ({ status, body }) => give(() => resolve(responseOf(status, JSON.stringify(body)))),
          (error: unknown) => give(() => reject(error)),
        );
      });
  }

  async #send(url: string, body: string): Promise<OfficeAnswer> {
    const { state } = this;
    const { office, chance } = this.#options;
    await this.#travel();
    if (state.isDown) throw new TypeError("The network cannot be reached.");
    if (chance.isLikely(state.loseRequest)) return new Promise(() => {});
    if (chance.isLikely(state.fail)) return { status: 503, body: { message: "The back office is in trouble." } };
    if (chance.isLikely(state.reject)) return { status: 401, body: REJECTION };
    if (chance.isLikely(state.double)) void this.#comeAgain(url, body);
    const answer = await office.answer(new URL(url).pathname, body);
    await this.#travel();
    if (state.isDown || chance.isLikely(state.loseAnswer)) return new Promise(() => {});
    return chance.isLikely(state.damage) ? { ...answer, body: { garbled: true } } : answer;
  }

  async #comeAgain(url: string, body: string): Promise<void> {
    const { clock, chance, office } = this.#options;
    await new Promise<void>((resolve) => clock.after(chance.between(0, LONGEST_DETOUR_MS), resolve));
    await office.answer(new URL(url).pathname, body);
  }

  #travel(): Promise<void> {
    const { clock, chance } = this.#options;
    return new Promise((resolve) => clock.after(chance.between(1, this.state.longestDelayMs), resolve));
  }
}

/** What the program reads of an answer. A real one's stream costs as much as a hundred polls. */
function responseOf(status: number, text: string): Response {
  const read: Pick<Response, "status" | "ok" | "text"> = {
    status,
    ok: status >= 200 && status < 300,
    text: () => Promise.resolve(text),
  };
  // Whoever asks for more than the sync client does finds nothing there, and fails.
  return read as Response;
}
