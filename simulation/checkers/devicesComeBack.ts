import type { Snapshot } from "#core/contract/channel.ts";
import type { Evidence, Observation, RunChecker } from "../contract/observation.ts";

/** Longest time from the end of the last fault until every device is used again, milliseconds. */
const BACK_MS = 5 * 60_000;

/** What the idle screen says of devices that should work. */
type Idle = Extract<Snapshot["screen"], { readonly name: "home" }>;

/**
 * I10: with nothing broken, boards, printer and the link to the back office are in use again within minutes, and
 * nobody had to do anything. Judged by the idle screen, as a citizen sees it.
 */
export class DevicesComeBack implements RunChecker {
  readonly name = "I10";
  readonly #broken = new Map<string, number>();
  /** Since when nothing has been broken and the kiosk has been up; undefined while that is not so. */
  #healthySinceMs: number | undefined;
  #isUp = false;
  #idle: Idle | undefined;
  #network: Snapshot["network"] | undefined;

  take(observation: Observation): string | undefined {
    const { atMs } = observation;
    const isDue = this.#healthySinceMs !== undefined && atMs - this.#healthySinceMs > BACK_MS;
    const problem = isDue ? this.#missing() : undefined;
    switch (observation.kind) {
      case "screen": {
        const { screen, network } = observation.snapshot;
        this.#idle = screen.name === "home" ? screen : undefined;
        this.#network = network;
        break;
      }
      case "started":
      case "powerCut":
        this.#isUp = observation.kind === "started";
        this.#idle = undefined;
        this.#network = undefined;
        this.#count(atMs);
        break;
      case "fault": {
        const step = observation.phase === "begins" ? 1 : -1;
        this.#broken.set(observation.name, (this.#broken.get(observation.name) ?? 0) + step);
        this.#count(atMs);
        break;
      }
      default:
    }
    return problem;
  }

  atEnd(_evidence: Evidence): string | undefined {
    return this.#missing();
  }

  #count(atMs: number): void {
    const isHealthy = this.#isUp && [...this.#broken.values()].every((count) => count <= 0);
    this.#healthySinceMs = isHealthy ? atMs : undefined;
  }

  #missing(): string | undefined {
    if (this.#network === "offline") return "Nothing is broken, and the kiosk is still without its back office.";
    const obstacles = [this.#idle?.intakeObstacle, this.#idle?.collectionObstacle];
    const device = obstacles.find((obstacle) => obstacle === "boards" || obstacle === "printer" || obstacle === "log");
    if (device !== undefined) return `Nothing is broken, and the kiosk still does without its ${device}.`;
    return obstacles.includes("settling") ? "Nothing is broken, and the kiosk still settles." : undefined;
  }
}
