import type { ScreenOf } from "#core/contract/screen.ts";
import type { DeviceTest } from "#core/contract/technician.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Visit, Visiting } from "../contract/place.ts";
import { shutDoor } from "./doors.ts";
import { type Move, Person, type Reactions } from "./person.ts";

const LONGEST_MS = 3_600_000;
/** Moves before the bench, on which all of the work is done. */
const MOST_MOVES = 1_000;

/** One thing that a technician does at the bench. */
type Task =
  | {
      readonly kind: "openDoor" | "cycleDoor" | "takeOut" | "return" | "sensorSound" | "sensorFaulty";
      readonly door: CompartmentNumber;
    }
  | { readonly kind: "test"; readonly test: DeviceTest }
  | { readonly kind: "acknowledge" | "printReport" | "evacuate" };

const TESTS: readonly DeviceTest[] = [
  { kind: "printer" },
  { kind: "database" },
  { kind: "disk" },
  { kind: "clock" },
  { kind: "network" },
  { kind: "ups" },
];

/** A technician in technician mode, with a list of things to do; a colleague comes along for doors that hold a dossier. */
class TechnicianRound {
  readonly me: Person;
  readonly #card: string;
  readonly #pin: string;
  readonly #second: { readonly staffId: string; readonly card: string; readonly pin: string } | undefined;
  readonly #tasks: Task[];
  readonly #isAlone: boolean;
  /** Share of the technicians who go home where the machine is not ready for them in time. */
  readonly #backShare: number;

  constructor(
    visiting: Visiting,
    choose: (doors: readonly CompartmentNumber[], visiting: Visiting) => readonly Task[],
    isThorough = false,
  ) {
    const { staff } = visiting.town;
    const { chance } = visiting;
    const all = [...staff].map(([staffId, member]) => ({ staffId, ...member }));
    const technician = chance.oneOf(all.filter(({ role }) => role === "technician"));
    this.me = new Person(visiting, technician.staffId);
    this.#card = technician.card;
    this.#pin = technician.pin;
    this.#second = all.find(({ staffId }) => staffId !== technician.staffId);
    this.#isAlone = !isThorough && chance.isLikely(0.2);
    const doors = visiting.corner.screen()?.doors.map(({ compartmentNumber }) => compartmentNumber) ?? [];
    this.#backShare = isThorough ? 0 : 0.3;
    this.#tasks = [...choose(doors, visiting)];
  }

  async work(): Promise<void> {
    const { me } = this;
    for (const compartmentNumber of me.corner.openDoors()) shutDoor(me, compartmentNumber);
    if (!(await me.begin(() => me.show(this.#card)))) return;
    await me.attend(this.#reactions(), LONGEST_MS, MOST_MOVES);
    me.corner.takePapers(me.name);
  }

  #reactions(): Reactions {
    const { me } = this;
    return {
      pin: ({ isChecking, triesLeft }) => {
        if (isChecking) return "waits";
        return triesLeft === 0 ? me.touch({ kind: "back" }) : me.touch({ kind: "enterPin", pin: this.#pin });
      },
      technicianEntering: ({ isOverdue }) =>
        me.touch({
          kind: isOverdue ? (me.chance.isLikely(this.#backShare) ? "back" : "finish") : "acknowledgeTechnicianMode",
        }),
      technician: (screen) => this.#atBench(screen),
      secondPerson: (screen) => this.#bringSecond(screen),
      evacuation: (screen) => this.#evacuate(screen),
    };
  }

  #atBench(screen: ScreenOf<"technician">): Move {
    const { me } = this;
    const { door, running, paper } = screen;
    if (door?.phase === "opening" || running?.phase === "running" || paper === "printing") return "waits";
    if (door?.phase === "open") return this.#atDoor(door);
    if (door?.phase === "asking") return this.#answer(door);
    if (running?.phase === "askingPerson") return me.touch({ kind: "confirmTest", isGood: me.chance.isLikely(0.9) });
    const task = this.#tasks.shift();
    if (task === undefined) return me.touch({ kind: "leaveTechnicianMode" });
    return this.#start(task);
  }

  #start(task: Task): Move {
    const { me } = this;
    switch (task.kind) {
      case "openDoor":
        return me.touch({ kind: "openDoor", compartmentNumber: task.door });
      case "cycleDoor":
        return me.touch({ kind: "cycleDoor", compartmentNumber: task.door, rounds: 2 });
      case "takeOut":
        me.tell(`takes compartment ${task.door} out of service`);
        return me.touch({ kind: "takeOutOfService", compartmentNumber: task.door, reason: "dirty" });
      case "return":
        return me.touch({ kind: "returnToService", compartmentNumber: task.door });
      case "sensorSound":
        return me.touch({ kind: "declareSensor", compartmentNumber: task.door, isFaulty: false });
      case "sensorFaulty":
        me.tell(`declares the sensor of compartment ${task.door} faulty`);
        return me.touch({ kind: "declareSensor", compartmentNumber: task.door, isFaulty: true });
      case "test":
        return me.touch({ kind: "runTest", test: task.test });
      case "acknowledge":
        me.touch({ kind: "acknowledgeAlarm", alarm: "tamper" });
        return me.touch({ kind: "acknowledgeAlarm", alarm: "panic" });
      case "printReport":
        return me.touch({ kind: "printReport" });
      case "evacuate":
        me.tell("evacuates the cabinet");
        return me.touch({ kind: "startEvacuation" });
    }
  }

  #atDoor({ compartmentNumber }: { readonly compartmentNumber: CompartmentNumber }): Move {
    const { me } = this;
    if (!me.corner.isDoorOpen(compartmentNumber)) return me.touch({ kind: "doorIsShut" });
    this.#seen = me.corner.look(compartmentNumber).length > 0;
    shutDoor(me, compartmentNumber);
    return "waits";
  }

  /** Whether something lay inside the door that was opened last. */
  #seen: boolean | undefined;

  #answer({ asks }: { readonly asks?: "isEmpty" | "isDossierInside" | undefined }): Move {
    const { me } = this;
    const seen = this.#seen;
    this.#seen = undefined;
    if (seen === undefined) return me.touch({ kind: "skipCompartment" });
    if (asks === "isEmpty") return me.touch({ kind: seen ? "skipCompartment" : "confirmEmpty" });
    return me.touch({ kind: seen ? "confirmBagInside" : "reportMissing" });
  }

  #bringSecond({ ask, isChecking, problem, triesLeft }: ScreenOf<"secondPerson">): Move {
    const { me } = this;
    const second = this.#second;
    if (isChecking) return "waits";
    const isHopeless = second === undefined || this.#isAlone || problem === "staffOnly" || triesLeft === 0;
    if (isHopeless) {
      me.tell("finds no second person and lets it be");
      return me.touch({ kind: "stopDoorTest" });
    }
    return ask === "card" ? me.show(second.card) : me.touch({ kind: "enterPin", pin: second.pin });
  }

  /** Opened doors are looked into and shut; what lies inside stays, for the clerks to settle. */
  #evacuate({ isDone, doors }: ScreenOf<"evacuation">): Move {
    const { me } = this;
    if (!isDone) return "waits";
    for (const { compartmentNumber } of doors) shutDoor(me, compartmentNumber);
    return me.touch({ kind: "finish" });
  }
}

/** Ordinary upkeep: everything is tried out, doubted sensors count again, alarms are acknowledged. */
export const technicianUpkeep: Visit = (visiting) =>
  new TechnicianRound(visiting, (doors, { chance }) => [
    { kind: "acknowledge" },
    ...TESTS.filter(() => chance.isLikely(0.5)).map((test) => ({ kind: "test", test }) as const),
    ...doors.map((door) => ({ kind: "sensorSound", door }) as const),
    ...doors.filter(() => chance.isLikely(0.2)).map((door) => ({ kind: "openDoor", door }) as const),
    ...doors.filter(() => chance.isLikely(0.1)).map((door) => ({ kind: "cycleDoor", door }) as const),
    ...(chance.isLikely(0.3) ? [{ kind: "printReport" } as const] : []),
  ]).work();

/** Puts a machine in order whose faults are mended: sensors count again, doors are used again, each is looked into. */
export const technicianMends: Visit = (visiting) =>
  new TechnicianRound(
    visiting,
    (doors) => [
      { kind: "acknowledge" },
      ...doors.map((door) => ({ kind: "sensorSound", door }) as const),
      ...doors.map((door) => ({ kind: "return", door }) as const),
      ...doors.map((door) => ({ kind: "openDoor", door }) as const),
    ],
    true,
  ).work();

/** Takes a door out of service and back, and doubts a sensor for a moment. */
export const technicianService: Visit = (visiting) =>
  new TechnicianRound(visiting, (doors, { chance }) => {
    if (doors.length === 0) return [];
    const door = chance.oneOf(doors);
    const other = chance.oneOf(doors);
    return [
      { kind: "takeOut", door },
      { kind: "openDoor", door },
      { kind: "return", door },
      { kind: "sensorFaulty", door: other },
      { kind: "openDoor", door: other },
      { kind: "sensorSound", door: other },
    ];
  }).work();

/** Opens every door of the cabinet, as before a flood. */
export const technicianEvacuates: Visit = (visiting) =>
  new TechnicianRound(visiting, () => [{ kind: "evacuate" }]).work();

/** Leaves technician mode by walking away, sooner or later. */
export const technicianWalksAway: Visit = async (visiting) => {
  const round = new TechnicianRound(visiting, (doors) => doors.map((door) => ({ kind: "openDoor", door }) as const));
  round.me.mayLeave = (screen) => screen === "technician" && visiting.chance.isLikely(0.2);
  await round.work();
};
