import { CaretLeftIcon } from "@phosphor-icons/react/dist/csr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/csr/CaretRight";
import { MagnifyingGlassPlusIcon } from "@phosphor-icons/react/dist/csr/MagnifyingGlassPlus";
import { ScanIcon } from "@phosphor-icons/react/dist/csr/Scan";
import { ScissorsIcon } from "@phosphor-icons/react/dist/csr/Scissors";
import { useState } from "react";
import type { DeskState } from "#core/contract/desk.ts";
import { carriedBy } from "./carrying.ts";
import { EnlargedPaper } from "./EnlargedPaper.tsx";
import "./Papers.css";
import { deskWords } from "./words.ts";

/** Props of the papers. */
export interface PapersProps {
  /** Newest first. */
  readonly papers: DeskState["papers"];
  readonly onHold: (paperId: string) => void;
  readonly onTear: (paperId: string) => void;
}

/** What came out of the printer: the newest sheet hangs from the slot, older ones behind it. */
export function Papers({ papers, onHold, onTear }: PapersProps) {
  const [chosenId, choose] = useState<string>();
  const [isEnlarged, setIsEnlarged] = useState(false);
  // A new sheet, or the loss of the chosen one, brings the newest to the front.
  const newestId = papers[0]?.paperId;
  const [seenNewestId, setSeenNewestId] = useState(newestId);
  if (seenNewestId !== newestId) {
    setSeenNewestId(newestId);
    choose(undefined);
  }
  const found = papers.findIndex((one) => one.paperId === chosenId);
  const index = Math.max(0, found);
  const paper = papers[index];
  return (
    <section className="desk-panel desk-panel--papers" aria-labelledby="desk-papers">
      <h2 id="desk-papers">
        {deskWords.papers} <small lang="en">{deskWords.papersEn}</small>
        {papers.length > 1 && <Pages papers={papers} index={index} onChoose={choose} />}
      </h2>
      <div className="desk-papers">
        <div className="desk-paper-roll">
          <span className="desk-paper-slot" aria-hidden="true" />
          {paper === undefined ? (
            <p className="desk-quiet">{deskWords.noPaper}</p>
          ) : (
            <img
              key={paper.paperId}
              className="desk-paper"
              src={paper.pictureUrl}
              alt={deskWords.paperOf(index + 1, papers.length)}
              {...carriedBy({ kind: "paper", paperId: paper.paperId })}
            />
          )}
        </div>
        <div className="desk-paper-keys">
          <PaperKey icon={ScanIcon} label={deskWords.holdPaper} onPress={paper && (() => onHold(paper.paperId))} />
          <PaperKey icon={ScissorsIcon} label={deskWords.tearPaper} onPress={paper && (() => onTear(paper.paperId))} />
          <PaperKey
            icon={MagnifyingGlassPlusIcon}
            label={deskWords.enlargePaper}
            onPress={paper && (() => setIsEnlarged(true))}
          />
        </div>
      </div>
      {paper !== undefined && <EnlargedPaper paper={paper} isOpen={isEnlarged} onClose={() => setIsEnlarged(false)} />}
    </section>
  );
}

function PaperKey(props: {
  readonly icon: typeof ScanIcon;
  readonly label: string;
  readonly onPress: (() => void) | undefined;
}) {
  const Picture = props.icon;
  return (
    <button type="button" className="desk-paper-key" disabled={props.onPress === undefined} onClick={props.onPress}>
      <Picture weight="bold" aria-hidden="true" />
      {props.label}
    </button>
  );
}

function Pages(props: {
  readonly papers: PapersProps["papers"];
  readonly index: number;
  readonly onChoose: (paperId: string) => void;
}) {
  const { papers, index, onChoose } = props;
  const older = papers[index + 1];
  const newer = papers[index - 1];
  return (
    <span className="desk-paper-pages">
      <button
        type="button"
        aria-label={deskWords.newerPaper}
        disabled={newer === undefined}
        onClick={() => newer !== undefined && onChoose(newer.paperId)}
      >
        <CaretLeftIcon weight="bold" aria-hidden="true" />
      </button>
      {deskWords.paperOf(index + 1, papers.length)}
      <button
        type="button"
        aria-label={deskWords.olderPaper}
        disabled={older === undefined}
        onClick={() => older !== undefined && onChoose(older.paperId)}
      >
        <CaretRightIcon weight="bold" aria-hidden="true" />
      </button>
    </span>
  );
}
