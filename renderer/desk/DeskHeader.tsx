import { ArrowSquareOutIcon } from "@phosphor-icons/react/dist/csr/ArrowSquareOut";
import { Mark } from "#ui/widgets/Mark.tsx";
import "./DeskHeader.css";
import { deskWords } from "./words.ts";

/** Props of the desk page's header. */
export interface DeskHeaderProps {
  readonly kioskNumber: number;
  readonly backOfficeUrl: string | undefined;
  readonly isConnected: boolean;
}

/** What this page is, whether the controller runs, and the way to the back office. */
export function DeskHeader({ kioskNumber, backOfficeUrl, isConnected }: DeskHeaderProps) {
  return (
    <header className="desk-header">
      <Mark onDark />
      <h1>{deskWords.title}</h1>
      <p>
        {deskWords.subtitle(kioskNumber)} <span lang="en">· {deskWords.titleEn}</span>
      </p>
      <p className="desk-running" role="status" data-running={isConnected ? "" : undefined}>
        {isConnected ? deskWords.connected : deskWords.disconnected}
      </p>
      {backOfficeUrl !== undefined && (
        <a href={backOfficeUrl} target="_blank" rel="noreferrer">
          {deskWords.backOffice}
          <ArrowSquareOutIcon weight="bold" aria-hidden="true" />
        </a>
      )}
    </header>
  );
}
