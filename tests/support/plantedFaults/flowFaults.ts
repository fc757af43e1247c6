import type { PlantedFault } from "./plantedFault.ts";

const intake = "flow/intake/door.ts";
const credential = "flow/collection/credential.ts";
const collection = "flow/collection/door.ts";

/** Bugs in what the machine decides with a citizen before it. */
export const flowFaults: readonly PlantedFault[] = [
  {
    harm: "intake offers a compartment that is not known to be empty",
    file: "core/register/register.ts",
    find: 'return contents.kind === "empty" && isInUse && !isMoving;',
    replace: 'return contents.kind !== "deposit" && isInUse && !isMoving;',
  },
  {
    harm: "intake offers a compartment that is out of service",
    file: "core/register/register.ts",
    find: "const isInUse = outOfService === undefined && faultySensor",
    replace: "const isInUse = faultySensor",
  },
  {
    harm: "intake offers a compartment in which the sensor sees something",
    file: "flow/choice.ts",
    find: ' && occupancy !== "something"',
    replace: "",
  },
  {
    harm: "intake offers a compartment whose door stands open",
    file: "flow/choice.ts",
    find: 'const isReachable = door === "closed" &&',
    replace: "const isReachable =",
  },
  {
    harm: "the neighbour's door opens: off by one",
    file: "flow/choice.ts",
    find: "return candidates[0]?.compartmentNumber;",
    replace: "return candidates[0] && candidates[0].compartmentNumber + 1;",
  },
  {
    harm: "a tamper alarm keeps no door shut",
    file: "flow/choice.ts",
    find: "alarms?.tamper !== undefined",
    replace: "alarms?.panic !== undefined",
  },
  {
    harm: "a code can be guessed without end: the dossier never locks",
    file: "flow/choice.ts",
    find: "if (dossier.rejectionsMs.length < TRIES_PER_CREDENTIAL) return undefined;",
    replace: "if (dossier.rejectionsMs.length < 1_000) return undefined;",
  },
  {
    harm: "one try too many before the lock",
    file: "flow/choice.ts",
    find: "recent.length >= TRIES_PER_MACHINE",
    replace: "recent.length > TRIES_PER_MACHINE",
  },
  {
    harm: "PINs can be guessed without end",
    file: "flow/choice.ts",
    find: "Math.max(0, TRIES_PER_PIN - recent.length)",
    replace: "TRIES_PER_PIN",
  },
  {
    harm: "a third pulse goes to a jammed door",
    file: "flow/opening.ts",
    find: "opening.pulse < MAX_PULSES",
    replace: "opening.pulse <= MAX_PULSES",
  },
  {
    harm: "a door that jams stays in service",
    file: "flow/opening.ts",
    find: 'if (caseKind !== "boardSilent") {',
    replace: 'if (caseKind === "boardSilent") {',
  },
  {
    harm: "the request does not say for whose dossier the door opens",
    file: "flow/opening.ts",
    find: "...(dossierId === undefined ? {} : { dossierId }),\n      ...(staffId",
    replace: "...(staffId",
  },
  {
    harm: "the second person's approval is not in the log",
    file: "flow/opening.ts",
    find: "...(approvedBy === undefined ? {} : { approvedBy }),",
    replace: "",
  },
  {
    harm: "the unlock leaves without its request being written",
    file: "flow/opening.ts",
    find: '  turn.emit({\n    type: "compartmentOpenRequested",',
    replace: '  void ({\n    type: "compartmentOpenRequested",',
  },
  {
    harm: "an outcome counts for a request that has one already",
    file: "flow/doors.ts",
    find: "if (request?.requestId !== requestId || request.outcome !== undefined) return;",
    replace: "if (request?.requestId !== requestId) return;",
  },
  {
    harm: "a late outcome that nobody waits for opens no case",
    file: "flow/doors.ts",
    find: "if (!isWaitedFor && !mayFollow) openCaseFor(turn, compartmentNumber);",
    replace: "",
  },
  {
    harm: "a door opened by force goes unnoticed",
    file: "flow/doors.ts",
    find: 'if (door === "open" && !isUnderWay &&',
    replace: 'if (door === "closed" && !isUnderWay &&',
  },
  {
    harm: "a shut door is not written down",
    file: "flow/doors.ts",
    find: 'if (door === "closed" && request !== undefined && isOpened) {',
    replace: 'if (door === "closed" && request !== undefined && !isOpened) {',
  },
  {
    harm: "a door that stays open is no case for staff",
    file: "flow/doors.ts",
    find: 'if (stage !== "leftOpen" || compartment.outOfService !== undefined) return;',
    replace: "if (compartment !== undefined) return;",
  },
  {
    harm: "the neighbour's shut door counts as this deposit's",
    file: intake,
    find: "    input.compartmentNumber === opening.compartmentNumber &&\n",
    replace: "",
  },
  {
    harm: "a cancelled deposit counts as handed in",
    file: intake,
    find: '  if (ending === "cancel") {',
    replace: '  if (ending === "trouble") {',
  },
  {
    harm: "a bag left behind an open door is forgotten",
    file: intake,
    find: 'turn.emit(abandoned(turn, { deposit, opening, reason: isOpen ? "doorLeftOpen" : "timedOut", caseNumber }));',
    replace: "",
  },
  {
    harm: "after a restart a deposit is confirmed that nobody confirmed",
    file: intake,
    find: 'return turn.go({ step: "depositCheck", deposit, opening, why: "restarted" });\n  }\n  const result',
    replace: "return confirmDeposit(turn, deposit, compartmentNumber);\n  }\n  const result",
  },
  {
    harm: "staff are sent to the neighbour of the compartment with trouble",
    file: intake,
    find: 'payload: { compartmentNumber: failed, reason: "trouble", caseNumber },',
    replace: 'payload: { compartmentNumber: failed + 1, reason: "trouble", caseNumber },',
  },
  {
    harm: "two dossiers get the same ticket number",
    file: "flow/intake/confirm.ts",
    find: "machineOf(world.register).ticketSequence + 1",
    replace: "machineOf(world.register).ticketSequence",
  },
  {
    harm: "the receipt is printed before the deposit is written",
    file: "flow/intake/confirm.ts",
    find: '  const paper = turn.print({ document: "receipt", dossierId, copy: 1 });',
    replace: '  const paper = turn.print({ document: "receipt", dossierId: turn.id(), copy: 1 });',
  },
  {
    harm: "intake goes on without paper for the receipt",
    file: "flow/intake/bag.ts",
    find: 'if (!isPaperThere) return turn.go({ step: "intakeClosed", obstacle: "printer" });',
    replace: "",
  },
  {
    harm: "a receipt alone opens the door: no second value",
    file: credential,
    find: '  turn.go({ step: "secondValue", dossierId });\n}',
    replace: "  openResult(turn, dossier);\n}",
  },
  {
    harm: "any four digits open the door",
    file: credential,
    find: "if (!turn.world.isSecondValue(dossier, input.intent.digits)) {",
    replace: "if (turn.world.isSecondValue(dossier, input.intent.digits) === undefined) {",
  },
  {
    harm: "a wrong code is not counted",
    file: credential,
    find: '  turn.emit({ type: "credentialRejected",',
    replace: '  void ({ type: "credentialRejected",',
  },
  {
    harm: "a deposit can be opened with its receipt as if it were a result",
    file: credential,
    find: 'return place.kind === "compartment" && place.content === "result" &&',
    replace: 'return place.kind === "compartment" &&',
  },
  {
    harm: "a locked code opens the door all the same",
    file: credential,
    find: "  if (untilMs === undefined) return false;\n",
    replace: "  if (untilMs !== undefined) return false;\n  if (untilMs === undefined) return false;\n",
  },
  {
    harm: "nothing taken counts as collected",
    file: collection,
    find: 'emitAbandoned(turn, at, "nothingTaken");\n      return turn.go({ step: "rating", of: "collection", outcome: "nothingTaken" });',
    replace:
      'emitCollected(turn, { ...at, compartmentNumber: opening.compartmentNumber }, "person");\n      return turn.go({ step: "rating", of: "collection", outcome: "nothingTaken" });',
  },
  {
    harm: "a door that nobody saw move counts as verified",
    file: collection,
    find: "isVerified: wasSeen, confirmedBy };",
    replace: "isVerified: true, confirmedBy };",
  },
  {
    harm: "the door opens for one person as often as they like",
    file: collection,
    find: "if (openings >= MAX_OPENINGS || isUnlockingBlocked(turn.world)) return;",
    replace: "if (isUnlockingBlocked(turn.world)) return;",
  },
  {
    harm: "a result is given out while its door stands open, with nobody there",
    file: collection,
    find: 'if (at.step === "collectionOpen" && door === "open" &&',
    replace: 'if (at.step === "collectionConfirm" && door === "open" &&',
  },
];
