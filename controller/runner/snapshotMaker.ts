import type { Snapshot } from "#core/contract/channel.ts";
import { presentDoors } from "#flow/present/doors.ts";
import { present, wantsScan } from "#flow/present/present.ts";
import type { Visit } from "#flow/state.ts";
import type { World } from "#flow/world.ts";
import type { RunnerParts } from "./parts.ts";

/** Makes snapshots and numbers them; one that says the same as the last is not published. */
export class SnapshotMaker {
  readonly #parts: Pick<RunnerParts, "counterOpensAtMs">;
  readonly #listeners = new Set<(snapshot: Snapshot) => void>();
  #last: Snapshot | undefined;
  #lastText = "";
  /** Revision of the first snapshot of the present step. */
  #stepRevision = 0;
  network: Snapshot["network"] = "offline";

  constructor(parts: Pick<RunnerParts, "counterOpensAtMs">) {
    this.#parts = parts;
  }

  onSnapshot(listener: (snapshot: Snapshot) => void): void {
    this.#listeners.add(listener);
    if (this.#last) listener(this.#last);
  }

  /**
   * True for an intent that answers an earlier step than the present one: a second touch, a page that was slow, or one
   * that still shows what this program published before it was started anew.
   */
  isStale(revision: number): boolean {
    return revision < this.#stepRevision || revision > (this.#last?.revision ?? 0);
  }

  /** `leavesAtMs`: wall time at which technician mode ends by itself unless somebody touches the screen. */
  publish(visit: Visit, world: World, { leavesAtMs }: { readonly leavesAtMs?: number | undefined } = {}): void {
    const screen = present(visit.at, world);
    const facts: Omit<Snapshot, "revision" | "nowMs"> = {
      screen,
      visitId: visit.visitId,
      preferences: visit.preferences,
      doors: presentDoors(visit.at, world),
      counterOpensAtMs: world.isTimeTrusted ? this.#parts.counterOpensAtMs(world.nowMs) : undefined,
      ...(world.isTimeTrusted ? {} : { isTimeDoubtful: true }),
      // A technician reads all along when the mode ends; everybody else is asked shortly before.
      endsAtMs: visit.endsAtMs ?? (screen.name === "technician" ? leavesAtMs : undefined),
      wantsScan: wantsScan(visit.at),
      network: this.network,
    };
    const text = JSON.stringify(facts);
    if (text === this.#lastText) return;
    const snapshot: Snapshot = { ...facts, revision: (this.#last?.revision ?? 0) + 1, nowMs: world.nowMs };
    const isNewStep = this.#last?.screen.name !== snapshot.screen.name || this.#last.visitId !== snapshot.visitId;
    if (isNewStep) this.#stepRevision = snapshot.revision;
    this.#last = snapshot;
    this.#lastText = text;
    for (const listener of this.#listeners) listener(snapshot);
  }
}
