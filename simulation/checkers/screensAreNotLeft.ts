import type { Observation, RunChecker } from "../contract/observation.ts";
import { Presence } from "./presence.ts";

/** The longest patience of any step (a clerk's five minutes), its warning, and one step more, milliseconds. */
const LONGEST_MS = 15 * 60_000;

/** Liveness: a visit that its person left ends by itself; the idle screen is back within bounded time. */
export class ScreensAreNotLeft implements RunChecker {
  readonly name = "liveness";
  readonly #presence = new Presence();
  #shown: { readonly name: string; readonly isHome: boolean } | undefined;
  /** Since when the kiosk has been up with nobody before it; undefined while it is down. */
  #upSinceMs: number | undefined = 0;

  take(observation: Observation): string | undefined {
    const problem = this.#late(observation.atMs);
    this.#presence.note(observation);
    if (observation.kind === "powerCut") this.#upSinceMs = undefined;
    if (observation.kind === "started") this.#upSinceMs = observation.atMs;
    if (observation.kind === "screen") {
      const { name } = observation.snapshot.screen;
      this.#shown = { name, isHome: name === "home" };
    }
    return problem;
  }

  #late(atMs: number): string | undefined {
    const { person, sinceMs } = this.#presence;
    if (person !== undefined || this.#upSinceMs === undefined || this.#shown === undefined || this.#shown.isHome)
      return undefined;
    const leftForMs = atMs - Math.max(sinceMs, this.#upSinceMs);
    if (leftForMs <= LONGEST_MS) return undefined;
    return `Nobody has been there for ${Math.round(leftForMs / 60_000)} minutes, and the screen is "${this.#shown.name}".`;
  }

  atEnd(): string | undefined {
    if (this.#shown === undefined || this.#shown.isHome) return undefined;
    return `After a quiet hour the screen is "${this.#shown.name}".`;
  }
}
