import { useState } from "react";
import type { DeskCommand, DeskState } from "#core/contract/desk.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import { type ScannerHand, useScannerHand } from "./useScannerHand.ts";

/** Things that go into a compartment. */
export type Thing = "bag" | "result";

/** Something on its way from one place of the desk to another. */
export type Carried =
  | { readonly kind: "thing"; readonly thing: Thing }
  | { readonly kind: "inside"; readonly compartmentNumber: CompartmentNumber }
  | { readonly kind: "card"; readonly cardId: string }
  | { readonly kind: "paper"; readonly paperId: string };

/** What the person at the desk has in hand, has chosen and can do. */
export interface Hands extends ScannerHand {
  readonly thing: Thing | undefined;
  readonly selectedDoor: CompartmentNumber | undefined;
  /** One sentence on the last act. */
  readonly notice: string | undefined;
  readonly pick: (thing: Thing | undefined) => void;
  readonly touchDoor: (compartmentNumber: CompartmentNumber) => void;
  readonly pullDoor: (compartmentNumber: CompartmentNumber) => void;
  readonly take: (compartmentNumber: CompartmentNumber) => void;
  readonly dropOnDoor: (compartmentNumber: CompartmentNumber, carried: Carried) => void;
  readonly dropOnScanner: (carried: Carried) => void;
  readonly dropOnTable: (carried: Carried) => void;
}

/** The two hands at the desk: turns clicks, drags and keys into commands to the simulated cabinet. */
export function useHands(state: DeskState, send: (command: DeskCommand) => void): Hands {
  const [thing, setThing] = useState<Thing>();
  const [selectedDoor, select] = useState<CompartmentNumber>();
  const [notice, setNotice] = useState<string>();
  const scanner = useScannerHand(state, send, { say: setNotice });

  const reachFor = (compartmentNumber: CompartmentNumber, obstacle?: string) => {
    select(compartmentNumber);
    setNotice(obstacle);
  };
  const put = (compartmentNumber: CompartmentNumber, put: Thing) => {
    const obstacle = obstacleToPutting(state, compartmentNumber);
    reachFor(compartmentNumber, obstacle);
    if (obstacle !== undefined) return;
    send({ kind: "put", compartmentNumber, thing: put });
    setThing(undefined);
  };
  const take = (compartmentNumber: CompartmentNumber) => {
    reachFor(compartmentNumber);
    send({ kind: "take", compartmentNumber });
  };
  const touchDoor = (compartmentNumber: CompartmentNumber) => {
    if (thing !== undefined) return put(compartmentNumber, thing);
    reachFor(compartmentNumber);
    if (doorOf(state, compartmentNumber)?.door === "open") send({ kind: "pushDoorShut", compartmentNumber });
  };
  return {
    ...scanner,
    thing,
    selectedDoor,
    notice,
    pick: (picked) => setThing(picked === thing ? undefined : picked),
    touchDoor,
    pullDoor: (compartmentNumber) => send({ kind: "forceDoorOpen", compartmentNumber }),
    take,
    dropOnDoor: (compartmentNumber, carried) => {
      if (carried.kind === "thing") put(compartmentNumber, carried.thing);
    },
    dropOnScanner: (carried) => {
      if (carried.kind === "card") scanner.holdCard(carried.cardId);
      else if (carried.kind === "paper") scanner.holdPaper(carried.paperId);
    },
    dropOnTable: (carried) => {
      if (carried.kind === "inside") take(carried.compartmentNumber);
    },
  };
}

function doorOf(state: DeskState, compartmentNumber: CompartmentNumber) {
  return state.doors.find((door) => door.compartmentNumber === compartmentNumber);
}

function obstacleToPutting(state: DeskState, compartmentNumber: CompartmentNumber): string | undefined {
  const door = doorOf(state, compartmentNumber);
  if (door?.door !== "open") return `Ngăn ${compartmentNumber} đang đóng. Xin chọn ngăn đang mở.`;
  if (door.inside !== "nothing") return `Ngăn ${compartmentNumber} đã có vật. Xin lấy ra trước.`;
  return undefined;
}
