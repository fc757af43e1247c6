import { useState } from "react";
import type { DeskCard, DeskCommand, DeskState } from "#core/contract/desk.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import { decodePicture } from "./decodePicture.ts";
import { deskWords } from "./words.ts";

/** Things that go into a compartment. */
export type Thing = "bag" | "result";

/** Something on its way from one place of the desk to another. */
export type Carried =
  | { readonly kind: "thing"; readonly thing: Thing }
  | { readonly kind: "inside"; readonly compartmentNumber: CompartmentNumber }
  | { readonly kind: "card"; readonly cardId: string }
  | { readonly kind: "paper"; readonly paperId: string };

/** What the person at the desk has in hand, has chosen and can do. */
export interface Hands {
  readonly thing: Thing | undefined;
  readonly selectedDoor: CompartmentNumber | undefined;
  /** One sentence on the last act. */
  readonly notice: string | undefined;
  /** Grows with each code held before the scanner; 0 before the first. */
  readonly scans: number;
  readonly pick: (thing: Thing | undefined) => void;
  readonly select: (compartmentNumber: CompartmentNumber | undefined) => void;
  readonly touchDoor: (compartmentNumber: CompartmentNumber) => void;
  readonly pullDoor: (compartmentNumber: CompartmentNumber) => void;
  readonly take: (compartmentNumber: CompartmentNumber) => void;
  readonly holdCard: (cardId: string) => void;
  readonly holdPaper: (paperId: string) => void;
  readonly dropOnDoor: (compartmentNumber: CompartmentNumber, carried: Carried) => void;
  readonly dropOnScanner: (carried: Carried) => void;
  readonly dropOnTable: (carried: Carried) => void;
}

/** The two hands at the desk: turns clicks, drags and keys into commands to the simulated cabinet. */
export function useHands(state: DeskState, send: (command: DeskCommand) => void): Hands {
  const [thing, setThing] = useState<Thing>();
  const [selectedDoor, select] = useState<CompartmentNumber>();
  const [notice, setNotice] = useState<string>();
  const [scans, setScans] = useState(0);

  const hold = (text: string, what: string) => {
    send({ kind: "hold", text });
    setScans((count) => count + 1);
    setNotice(deskWords.held(what));
  };
  const put = (compartmentNumber: CompartmentNumber, put: Thing) => {
    select(compartmentNumber);
    const obstacle = obstacleToPutting(state, compartmentNumber);
    setNotice(obstacle);
    if (obstacle !== undefined) return;
    send({ kind: "put", compartmentNumber, thing: put });
    setThing(undefined);
  };
  const take = (compartmentNumber: CompartmentNumber) => {
    select(compartmentNumber);
    setNotice(undefined);
    send({ kind: "take", compartmentNumber });
  };
  const touchDoor = (compartmentNumber: CompartmentNumber) => {
    if (thing !== undefined) return put(compartmentNumber, thing);
    select(compartmentNumber);
    setNotice(undefined);
    if (doorOf(state, compartmentNumber)?.door === "open") send({ kind: "pushDoorShut", compartmentNumber });
  };
  const holdCard = (cardId: string) => {
    const card = state.cards.find((one) => one.cardId === cardId);
    if (card !== undefined) hold(card.text, nameOfCard(card));
  };
  const holdPaper = async (paperId: string) => {
    const paper = state.papers.find((one) => one.paperId === paperId);
    const text = paper === undefined ? undefined : await decodePicture(paper.pictureUrl).catch(() => undefined);
    if (text === undefined) setNotice(deskWords.noCodeOnPaper);
    else hold(text, deskWords.paperName);
  };
  const dropOnScanner = (carried: Carried) => {
    if (carried.kind === "card") holdCard(carried.cardId);
    else if (carried.kind === "paper") void holdPaper(carried.paperId);
  };
  return {
    thing,
    selectedDoor,
    notice,
    scans,
    pick: (picked) => setThing(picked === thing ? undefined : picked),
    select,
    touchDoor,
    pullDoor: (compartmentNumber) => send({ kind: "forceDoorOpen", compartmentNumber }),
    take,
    holdCard,
    holdPaper: (paperId) => void holdPaper(paperId),
    dropOnDoor: (compartmentNumber, carried) => {
      if (carried.kind === "thing") put(compartmentNumber, carried.thing);
    },
    dropOnScanner,
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

function nameOfCard(card: DeskCard): string {
  const kinds = {
    citizen: "thẻ căn cước",
    clerk: "thẻ cán bộ",
    technician: "thẻ kỹ thuật viên",
    healthCard: "thẻ BHYT",
  };
  return card.kind === "bagLabel" ? "tem túi" : kinds[card.kind];
}
