import type { PlantedFault } from "./plantedFault.ts";

/** Bugs in what the machine decides with staff before it, and after a restart or a restore. */
export const staffFaults: readonly PlantedFault[] = [
  {
    harm: "a clerk's wrong PIN opens an exchange",
    file: "flow/clerk/signIn.ts",
    find: "if (!input.isRight) return rejectPin(turn, at);",
    replace: "",
  },
  {
    harm: "a PIN check of somebody else's card counts",
    file: "flow/clerk/signIn.ts",
    find: "input.staffId === staffId && at.isChecking",
    replace: "at.isChecking",
  },
  {
    harm: "a difference between counts is passed over",
    file: "flow/clerk/emptying.ts",
    find: "if (differences.length === 0) return takeOver(turn, at);",
    replace: "if (differences.length >= 0) return takeOver(turn, at);",
  },
  {
    harm: "the next door opens while this one stands open",
    file: "flow/clerk/emptying.ts",
    find: 'if (at.isDoorOpen) return turn.go({ step: "emptyingClose", exchange, opening: at.opening });',
    replace: "",
  },
  {
    harm: "what a clerk took out is never handed to the counter",
    file: "flow/clerk/exchange.ts",
    find: 'if (isHeld) turn.emit({ type: "dossierHandedToCounter"',
    replace: 'if (!isHeld) turn.emit({ type: "dossierHandedToCounter"',
  },
  {
    harm: "a compartment that was looked into and is not empty counts as empty",
    file: "flow/clerk/inspecting.ts",
    find: 'turn.emit({ type: "unexpectedContentsFound",',
    replace:
      'turn.emit({ type: "compartmentSeenEmpty", payload: { compartmentNumber, ...byStaff(exchange) } });\n      void ({ type: "unexpectedContentsFound",',
  },
  {
    harm: "the pickup code exists before the door is shut",
    file: "flow/clerk/loading.ts",
    find: 'if (wasShut) return turn.go({ step: "loading", exchange });',
    replace: 'if (input.kind === "doorChanged") return endLoading(turn, at, at.ending);',
  },
  {
    harm: "a second result is put into a compartment for a dossier that has one",
    file: "flow/clerk/loading.ts",
    find: 'if (place.kind === "compartment") return turn.go({ step: "loading", exchange, problem: "resultAlreadyHere" });',
    replace: "",
  },
  {
    harm: "one person approves their own request",
    file: "flow/technician/secondPerson.ts",
    find: "if (member.staffId === askerOf(by).staffId) return",
    replace: "if (member.staffId === undefined) return",
  },
  {
    harm: "an evacuation opens every door at once",
    file: "flow/technician/evacuation.ts",
    find: "      return ask(turn, left, compartmentNumber);",
    replace: "      ask(turn, left, compartmentNumber);",
  },
  {
    harm: "from outside a door with a dossier behind it opens",
    file: "flow/maintenance.ts",
    find: 'if (mayHoldDossier(world.register, compartmentNumber)) return "dossierInside";',
    replace: "",
  },
  {
    harm: "a person's preferences and visit go on for the next one",
    file: "flow/turn.ts",
    find: 'this.#visit = { visitId: this.id(), preferences: defaultPreferences, at: { step: "home" } };',
    replace: 'this.#visit = { ...this.#visit, at: { step: "home" } };',
  },
  {
    harm: "an unlock of which nobody knows counts as opened",
    file: "flow/recovery.ts",
    find: 'const outcome = isOpen ? "opened" : "unresolved";',
    replace: 'const outcome = "opened";',
  },
  {
    harm: "a print that a power cut interrupted stays open for ever",
    file: "flow/recovery.ts",
    find: "return [...unlocks, ...prints];",
    replace: "return [...unlocks, ...prints].slice(0, unlocks.length);",
  },
  {
    harm: "after a restore intake takes a compartment into which nobody has looked",
    file: "core/register/applyStore.ts",
    find: 'contents: contents.kind === "empty" ? { kind: "unchecked" } : contents,\n        outOfService: { reason: "restored", caseNumber },\n        unseenSinceRestore: caseNumber,',
    replace: "contents,",
  },
  {
    harm: "a door that a faulty sensor calls open settles a request",
    file: "flow/recovery.ts",
    find: " && !isSensorFaulty(register, compartmentNumber)",
    replace: "",
  },
];
