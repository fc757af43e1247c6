import type { PlantedFault } from "./plantedFault.ts";

const runner = "controller/runner/runner.ts";
const start = "controller/runner/start.ts";
const unlock = "device/lockboard/unlockDoor.ts";

/** Bugs in what the machine does with its decisions: runner, start, credentials, drivers. */
export const keepingFaults: readonly PlantedFault[] = [
  {
    harm: "the pulse leaves before its request is durable",
    file: runner,
    find: "      events = this.#keep(before, taken);",
    replace:
      "      for (const effect of taken.effects) runEffect(effect, this.#parts, () => {});\n      events = this.#keep(before, taken);",
  },
  {
    harm: "effects run although the log refused",
    file: runner,
    find: "if (!(error instanceof InvariantError)) return this.#logIsGone(error, fields);",
    replace:
      "if (!(error instanceof InvariantError)) { for (const effect of step(before, input, this.#world()).effects) runEffect(effect, this.#parts, () => {}); return this.#logIsGone(error, fields); }",
  },
  {
    harm: "what a device said while the log refused is lost",
    file: runner,
    find: "if (!isOfPerson(input)) this.#waiting.unshift(input);",
    replace: "",
  },
  {
    harm: "an answer to the last person's check opens for the next one",
    file: runner,
    find: "if (isAnswer(outcome) && this.#visit.visitId !== visitId) return;",
    replace: "",
  },
  {
    harm: "a page that still shows the last person's step can touch this one's",
    file: runner,
    find: "if (isAboutStep && (this.#snapshots.isStale(revision) || !this.#isSettled)) return;",
    replace: "",
  },
  {
    harm: "the machine opens for business before old requests are settled",
    file: runner,
    find: 'if (!this.#isSettled) return "settling";',
    replace: "",
  },
  {
    harm: "the unfinished visit is not kept: after a power cut nobody knows of it",
    file: runner,
    find: "isVisitKept ? this.#textOf(visit) : undefined",
    replace: "undefined",
  },
  {
    harm: "the visit of a person who left is not deleted",
    file: runner,
    find: 'if (visit.at.step === "home") return null;',
    replace: "",
  },
  {
    harm: "a request without an outcome is forgotten at the start",
    file: start,
    find: "  settleRequests(runner, parts);\n",
    replace: "",
  },
  {
    harm: "a door that was shut while the power was off is never noticed",
    file: start,
    find: "  settleDoors(runner, parts, standing);\n",
    replace: "",
  },
  {
    harm: "an unlock that waited too long is sent all the same",
    file: "device/bus/bus.ts",
    find: "if (request.useByMs !== undefined && this.#nowMs > request.useByMs)",
    replace: "if (request.useByMs !== undefined && this.#nowMs < 0)",
  },
  {
    harm: "a door that is open already gets a pulse",
    file: unlock,
    find: 'if (before.door === "open" && options.sensor === "trusted") return "alreadyOpen";',
    replace: "",
  },
  {
    harm: "an acknowledgement counts as an open door",
    file: unlock,
    find: "  return outcomeOf(watch, pulsedAtMs, options);",
    replace: '  return Promise.resolve("opened" as const);',
  },
  {
    harm: "one of two boards at one address is pulsed",
    file: "device/lockboard/board.ts",
    find: "return this.profile.isCommissioned && !this.#traffic.hasTwoAnswers;",
    replace: "return this.profile.isCommissioned;",
  },
  {
    harm: "a lost board's last reading counts for ever",
    file: "device/lockboard/board.ts",
    find: '    this.#setStatus("noReply");\n    this.#forget();',
    replace: '    this.#setStatus("noReply");',
  },
  {
    harm: "a forged receipt opens a door",
    file: "controller/credentials/receiptToken.ts",
    find: 'return isGenuine ? ok({ tokenHash: hashOf(random) }) : failed("forged");',
    replace: "return ok({ tokenHash: hashOf(random) });",
  },
  {
    harm: "anybody's four digits are right where none are known",
    file: "controller/credentials/runnerCredentials.ts",
    find: '(digits, expected ?? "none") && expected !== undefined',
    replace: "(digits, expected ?? digits)",
  },
  {
    harm: "personal data is destroyed on a clock that nobody confirmed",
    file: "controller/retention/retention.ts",
    find: "if (!parts.isTimeConfirmed()) return;",
    replace: "",
  },
  {
    harm: "personal data of a dossier with an open case is destroyed",
    file: "controller/retention/ripeDossiers.ts",
    find: "if (inCases.has(dossierId)) return [];",
    replace: "",
  },
];
