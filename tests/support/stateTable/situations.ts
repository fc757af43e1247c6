import type { StepName } from "#flow/state.ts";
import { kioskAt } from "../everyStep.ts";
import { FlowKiosk } from "../flowKiosk.ts";
import { approve, deposit, enterMode, signIn, walkToOpenResult, withResult } from "../flowMoves.ts";
import { idOf } from "../flowWorld.ts";

/** One thing about a kiosk at a step that some input is about; it may not apply to every step. */
const happenings: readonly ((kiosk: FlowKiosk) => void)[] = [
  () => {},
  // The person is warned.
  (kiosk) => kiosk.give({ kind: "patienceEnded" }),
  // Something else is under way: a door, a paper.
  (kiosk) => {
    const visitId = idOf("another visit");
    const request = {
      requestId: idOf("another request"),
      compartmentNumber: 4,
      visitId,
      reason: "maintenance",
    } as const;
    kiosk.append({ type: "compartmentOpenRequested", payload: { ...request, pulse: 1, useByMs: 5000 } });
    const job = { printJobId: idOf("another job"), document: "bagSlip", copy: 1 } as const;
    kiosk.append({ type: "printRequested", payload: job });
  },
  // The step's door is doubted, or was shut before anybody looked.
  (kiosk) => {
    const compartmentNumber = doorOf(kiosk);
    if (compartmentNumber !== undefined) kiosk.give({ kind: "doorStoodOpen", compartmentNumber, stage: "lingering" });
  },
  (kiosk) => {
    const compartmentNumber = doorOf(kiosk);
    if (compartmentNumber !== undefined) kiosk.setDoor(compartmentNumber, { door: "closed" });
  },
  // The step's paper has come out.
  (kiosk) => {
    if (kiosk.effects.some(({ kind }) => kind === "print")) kiosk.endPrint();
  },
  // Alarms stand; a compartment is out of service.
  (kiosk) => kiosk.give({ kind: "safetyChanged", tamper: "active", panic: "active" }),
  (kiosk) => {
    const payload = { compartmentNumber: 3, reason: "dirty", staffId: "KT-03" } as const;
    kiosk.append({ type: "compartmentTakenOutOfService", payload });
  },
  // Devices are asked and have not answered yet.
  (kiosk) => kiosk.touch({ kind: "enterPin", pin: "2468" }),
  (kiosk) => kiosk.touch({ kind: "enterPickupCode", code: "12345678" }),
  (kiosk) => kiosk.touch({ kind: "runTest", test: { kind: "printer" } }),
  (kiosk) => kiosk.touch({ kind: "saveReport" }),
  (kiosk) => {
    kiosk.touch({ kind: "printBagSlip" });
    if (kiosk.effects.at(-1)?.kind === "print") kiosk.endPrint();
  },
  (kiosk) => {
    const test = { kind: "printer" } as const;
    kiosk.touch({ kind: "runTest", test });
    kiosk.give({ kind: "deviceTestEnded", test, outcome: "unresolved", facts: {}, asksPerson: true });
  },
  // The person wants the bag back.
  (kiosk) => {
    if (kiosk.stepName === "depositOpen") kiosk.touch({ kind: "cancel" });
  },
  (kiosk) => {
    kiosk.commissioning = "idle";
  },
  (kiosk) => kiosk.give({ kind: "clientsOverdue" }),
  (kiosk) => kiosk.touch({ kind: "setPreferences", preferences: { language: "en", textSize: 3, contrast: "high" } }),
];

function doorOf({ at }: FlowKiosk): number | undefined {
  return "opening" in at ? at.opening.compartmentNumber : undefined;
}

/** Other ways to a step, to another variant of it. */
const otherWays: { readonly [S in StepName]?: (kiosk: FlowKiosk) => void } = {
  collectionFailed: (kiosk) => {
    kioskAt("collectionOpening", kiosk);
    kiosk.endUnlock("unresolved");
  },
  technicianAsking: (kiosk) => {
    const { compartmentNumber } = deposit(kiosk);
    enterMode(kiosk);
    kiosk.touch({ kind: "openDoor", compartmentNumber });
    approve(kiosk);
    kiosk.moveDoor(kiosk.endUnlock("opened"), "closed");
  },
  inspecting: (kiosk) => {
    // A result whose owner left the door open: is it still there?
    const result = withResult(kiosk);
    const compartmentNumber = walkToOpenResult(kiosk, result);
    kiosk.walkAway();
    kiosk.moveDoor(compartmentNumber, "closed");
    signIn(kiosk);
    kiosk.touch({ kind: "startInspection" });
    if (kiosk.endUnlock("opened") !== compartmentNumber) {
      // The compartment that nobody has seen comes first.
      kiosk.touch({ kind: "confirmEmpty" });
      kiosk.moveDoor(5, "closed");
      kiosk.endUnlock("opened");
    }
  },
  clerkHome: (kiosk) => {
    // Emptying, inspecting and loading find something to do.
    deposit(kiosk, { bagLabel: "TUI-0077", procedureId: "business" });
    signIn(kiosk);
  },
};

/** Kiosks that stand at the step, each with something else about it. */
export function situationsAt(name: StepName): readonly FlowKiosk[] {
  const kiosks = happenings.map((happens) => {
    const kiosk = new FlowKiosk({ compartments: 5, unchecked: [5] });
    happens(kioskAt(name, kiosk));
    return kiosk;
  });
  const other = new FlowKiosk({ compartments: 5, unchecked: [5] });
  otherWays[name]?.(other);
  return [...kiosks, other].filter(({ stepName }) => stepName === name);
}
