import { useState } from "react";
import type { DeskCard, DeskCommand, DeskState } from "#core/contract/desk.ts";
import { decodePicture } from "./decodePicture.ts";
import { deskWords } from "./words.ts";

/** The hand that holds codes before the scanner. */
export interface ScannerHand {
  /** Grows with each code held before the scanner; 0 before the first. */
  readonly scans: number;
  readonly holdCard: (cardId: string) => void;
  /** Reads the code out of the paper's own picture, as a scanner would. */
  readonly holdPaper: (paperId: string) => void;
}

/** Holds cards and papers before the scanner; `say` gets a sentence on what came of it. */
export function useScannerHand(
  state: DeskState,
  send: (command: DeskCommand) => void,
  { say }: { readonly say: (sentence: string) => void },
): ScannerHand {
  const [scans, setScans] = useState(0);
  const hold = (text: string, what: string) => {
    send({ kind: "hold", text });
    setScans((count) => count + 1);
    say(deskWords.held(what));
  };
  const holdPaper = async (paperId: string) => {
    const paper = state.papers.find((one) => one.paperId === paperId);
    const text = paper === undefined ? undefined : await decodePicture(paper.pictureUrl).catch(() => undefined);
    if (text === undefined) say(deskWords.noCodeOnPaper);
    else hold(text, deskWords.paperName);
  };
  return {
    scans,
    holdCard: (cardId) => {
      const card = state.cards.find((one) => one.cardId === cardId);
      if (card !== undefined) hold(card.text, cardNames[card.kind]);
    },
    holdPaper: (paperId) => void holdPaper(paperId),
  };
}

const cardNames: Readonly<Record<DeskCard["kind"], string>> = {
  citizen: "thẻ căn cước",
  clerk: "thẻ cán bộ",
  technician: "thẻ kỹ thuật viên",
  healthCard: "thẻ BHYT",
  bagLabel: "tem túi",
};
