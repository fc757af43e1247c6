import type { PlantedFault } from "./plantedFault.ts";

const log = "db/eventLog/openEventLog.ts";
const round = "sync/round.ts";

/** Bugs in what is kept and sent. */
export const logFaults: readonly PlantedFault[] = [
  {
    harm: "a power cut takes the newest events",
    file: "db/open.ts",
    find: 'db.pragma("synchronous = FULL");',
    replace: 'db.pragma("synchronous = NORMAL");',
  },
  {
    harm: "two programs write one log",
    file: "db/open.ts",
    find: 'lock.exec("BEGIN EXCLUSIVE");',
    replace: "",
  },
  {
    harm: "the chain does not bind an event to the one before",
    file: log,
    find: "previousHash: before?.hash ?? this.#hash,",
    replace: "previousHash: this.#hash,",
  },
  {
    harm: "projections in memory run ahead of the disk",
    file: log,
    find: "    const changes = layer.changes();\n",
    replace: "    const changes = layer.changes();\n    this.#register.absorb(changes);\n",
  },
  {
    harm: "personal data is readable in the log",
    file: "db/eventLog/sealedDraft.ts",
    find: "sealed: null });\n      continue;",
    replace: "sealed: JSON.stringify((draft as { personal?: unknown }).personal ?? null) });\n      continue;",
  },
  {
    harm: "a sealed part can be moved to another dossier",
    file: "core/domain/seal.ts",
    find: '  cipher.setAAD(Buffer.from(options.context, "utf8"));\n',
    replace: '  cipher.setAAD(Buffer.from("", "utf8"));\n',
  },
  {
    harm: "a collected result is still to be given out",
    file: "core/register/applyCustody.ts",
    find: "changeDossier(register, dossierId, () => ({ ...moved(place, seq), pickup: undefined, rejectionsMs: [] }));\n    change(register, compartmentNumber, () => ({ contents: { kind: isKnownEmpty",
    replace: "change(register, compartmentNumber, () => ({ contents: { kind: isKnownEmpty",
  },
  {
    harm: "a compartment counts as empty behind a door that may have been open",
    file: "core/register/applyDoor.ts",
    find: 'const isPerhapsOpen = outcome === "opened" || outcome === "unresolved";',
    replace: 'const isPerhapsOpen = outcome === "opened";',
  },
  {
    harm: "a compartment with a result counts as empty",
    file: "core/register/applyCustody.ts",
    find: 'contents: { kind: "result", dossierId }',
    replace: 'contents: { kind: "empty" }',
  },
  {
    harm: "a bag of which nobody knows is in a compartment that counts as empty",
    file: "core/register/applyCustody.ts",
    find: '  change(register, compartmentNumber, () => ({ contents: { kind: "unchecked" } }));\n}',
    replace: '  change(register, compartmentNumber, () => ({ contents: { kind: "empty" } }));\n}',
  },
  {
    harm: "events are skipped because the back office claims to have them",
    file: round,
    find: "const acknowledged = Math.min(answer.acknowledgedUpTo, sent.sentUpTo);",
    replace: "const acknowledged = Math.max(answer.acknowledgedUpTo, sent.sentUpTo);",
  },
  {
    harm: "an acknowledgement is lost: the queue never empties",
    file: round,
    find: "if (acknowledged !== sent.fromSeq) store.setAcknowledged(acknowledged);",
    replace: "if (acknowledged < sent.fromSeq) store.setAcknowledged(acknowledged);",
  },
  {
    harm: "an order is carried out twice",
    file: "db/syncStore.ts",
    find: "updateOrdersTaken(db, last.number)",
    replace: "updateOrdersTaken(db, last.number - 1)",
  },
  {
    harm: "after the back office lost events the sync stalls for ever",
    file: round,
    find: '  store.setAcknowledged(answer.acknowledgedUpTo);\n  return { kind: "done", hasMore: true };',
    replace: '  return { kind: "done", hasMore: true };',
  },
  {
    harm: "after a failure the sync never tries again",
    file: "sync/syncClient.ts",
    find: 'this.#state = "waiting";\n    this.#cancelWait = this.#options.clock.after(this.#waitMs(outcome), () => this.#begin());',
    replace:
      'this.#state = "waiting";\n    if (outcome.kind !== "offline") this.#cancelWait = this.#options.clock.after(this.#waitMs(outcome), () => this.#begin());',
  },
  {
    harm: "the back office takes events that do not continue one another",
    file: "backoffice/intake/judgeBatch.ts",
    find: "const fault = findChainFault(fresh, head);",
    replace: "const fault = findChainFault([], head);",
  },
  {
    harm: "the back office takes two histories of one log",
    file: "backoffice/intake/judgeBatch.ts",
    find: "if (event.seq <= head.seq && hashAt(event.seq) !== event.hash)",
    replace: "if (event.seq < 0)",
  },
];
