import type { DeskSetup, DeskState } from "#core/contract/desk.ts";
import { DeskHeader } from "./DeskHeader.tsx";
import "./DeskPage.css";
import { DoorTag } from "./DoorTag.tsx";
import { Faults } from "./Faults.tsx";
import { faultsOf } from "./faults.ts";
import { HowTo } from "./HowTo.tsx";
import { Locker } from "./Locker.tsx";
import { Papers } from "./Papers.tsx";
import { ScreenFrame } from "./ScreenFrame.tsx";
import { Table } from "./Table.tsx";
import { Telephone } from "./Telephone.tsx";
import { Trace } from "./Trace.tsx";
import type { Desk } from "./useDesk.ts";
import { useHands } from "./useHands.ts";
import { useShortcuts } from "./useShortcuts.ts";
import { deskWords } from "./words.ts";

/** The cabinet on a desk: the machine's live screen, its doors, what lies before it, and ways to break it. */
export function DeskPage({ setup, state, isConnected, send }: Desk) {
  if (setup === undefined || state === undefined) return <Connecting />;
  return <Desktop setup={setup} state={state} isConnected={isConnected} send={send} />;
}

interface DesktopProps extends Desk {
  readonly setup: DeskSetup;
  readonly state: DeskState;
}

function Desktop({ setup, state, isConnected, send }: DesktopProps) {
  const hands = useHands(state, send);
  const faults = faultsOf(state, hands.selectedDoor);
  const screen = setup.cabinet.modules.find((module) => module.kind === "screen");
  useShortcuts((key) => {
    if (key === "T") hands.pick("bag");
    else if (key === "Q") hands.pick("result");
    else if (key === "Escape") hands.pick(undefined);
    const command = faults.find((fault) => fault.key === key)?.command;
    if (command !== undefined) send(command);
  });
  return (
    <div className="desk">
      <DeskHeader kioskNumber={setup.kioskNumber} backOfficeUrl={state.backOfficeUrl} isConnected={isConnected} />
      <HowTo />
      <main className="desk-wall">
        <ScreenFrame
          url={state.screenUrl}
          widthMm={screen?.screenWidthMm ?? 268}
          heightMm={screen?.screenHeightMm ?? 476}
        />
        <div className="desk-front">
          <Locker setup={setup} state={state} hands={hands} />
          <DoorTag state={state} hands={hands} />
          <Table cards={state.cards} hands={hands} />
        </div>
      </main>
      <aside className="desk-side">
        <Papers
          papers={state.papers}
          onHold={hands.holdPaper}
          onTear={(paperId) => send({ kind: "tearPaper", paperId })}
        />
        <Telephone messages={state.messages} timeZone={setup.timeZone} />
        <Faults faults={faults} selectedDoor={hands.selectedDoor} send={send} />
        <Trace trace={state.trace} />
      </aside>
    </div>
  );
}

function Connecting() {
  return (
    <main className="desk-connecting" role="status">
      <h1>{deskWords.connecting}</h1>
      <p>{deskWords.connectingHelp}</p>
    </main>
  );
}
