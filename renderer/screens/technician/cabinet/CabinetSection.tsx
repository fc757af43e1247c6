import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SectionProps } from "../sectionProps.ts";
import { Work } from "../Work.tsx";
import { BoardLines } from "../wires/BoardLines.tsx";
import "./CabinetSection.css";
import { DoorKeys } from "./DoorKeys.tsx";
import { DoorPanel } from "./DoorPanel.tsx";
import { DoorTest } from "./DoorTest.tsx";
import { DoorTestKeys, isUnderWay } from "./DoorTestKeys.tsx";
import { EvacuateKeys } from "./EvacuateKeys.tsx";
import { Legend } from "./Legend.tsx";
import { Overview } from "./Overview.tsx";
import { TechnicianCabinet } from "./TechnicianCabinet.tsx";

/** The cabinet: touch a door to see it, to open and test it, and to take it out of service. */
export function CabinetSection(props: SectionProps) {
  const { t } = useTranslation();
  const { screen, view } = props;
  const task = screen.door;
  const [chosen, setChosen] = useState(task?.compartmentNumber);
  // A door that is being worked on stays in sight; afterwards the choice is free again.
  const selected = task !== undefined && isUnderWay(task) ? task.compartmentNumber : chosen;
  const door = view.doors.find(({ compartmentNumber }) => compartmentNumber === selected);
  const isOfTask = task !== undefined && task.compartmentNumber === selected;
  return (
    <Work
      names={{
        main: t("technician.cabinet.picture"),
        side:
          door === undefined
            ? t("technician.cabinet.overview")
            : t("technician.door.title", { door: door.compartmentNumber }),
      }}
      main={
        <div className="tech-cabinet">
          <TechnicianCabinet {...props} selected={selected} onDoor={setChosen} />
          <Legend doors={view.doors} />
        </div>
      }
      side={
        door === undefined ? (
          <WholeCabinet {...props} onDoor={setChosen} />
        ) : (
          <>
            {isOfTask && <DoorTest task={task} />}
            <DoorPanel door={door} onClose={() => setChosen(undefined)} />
          </>
        )
      }
      keys={
        task !== undefined && isUnderWay(task) ? (
          <DoorTestKeys page={props.page} task={task} />
        ) : door === undefined ? (
          <EvacuateKeys page={props.page} />
        ) : (
          <DoorKeys key={door.compartmentNumber} page={props.page} door={door} isBusy={screen.running !== undefined} />
        )
      }
    />
  );
}

/** Before a door is chosen: what needs a look, and how the boards are; on a low screen the legend as well. */
function WholeCabinet({ view, onDoor }: SectionProps & { readonly onDoor: (compartmentNumber: number) => void }) {
  return (
    <>
      <Overview doors={view.doors} onDoor={onDoor} />
      <div className="tech-upright-only">
        <BoardLines boards={view.boards} />
      </div>
      <div className="tech-low-only">
        <Legend doors={view.doors} />
      </div>
    </>
  );
}
