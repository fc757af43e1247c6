import { FloppyDiskIcon } from "@phosphor-icons/react/dist/csr/FloppyDisk";
import { PauseIcon } from "@phosphor-icons/react/dist/csr/Pause";
import { PlayIcon } from "@phosphor-icons/react/dist/csr/Play";
import { useTranslation } from "react-i18next";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import type { SectionProps } from "../sectionProps.ts";
import { Work } from "../Work.tsx";
import { BoardPanel } from "./BoardPanel.tsx";
import { scaleEndMs } from "./boardHealth.ts";
import { Trace } from "./Trace.tsx";
import { usePausedTrace } from "./usePausedTrace.ts";
import "./WiresSection.css";

/** How well each board can be talked to, and every frame as it passes. */
export function WiresSection({ page, screen, view }: SectionProps) {
  const { t } = useTranslation();
  const paused = usePausedTrace(view.trace);
  const endMs = scaleEndMs(view.boards);
  return (
    <Work
      first="side"
      fill="main"
      names={{ main: t("wires.trace"), side: t("wires.boards") }}
      side={
        view.boards.length === 0 ? (
          <p className="tech-panel">{t("wires.noBoards")}</p>
        ) : (
          view.boards.map((board) => <BoardPanel key={board.board} board={board} scaleEndMs={endMs} />)
        )
      }
      main={<Trace page={page} view={view} paused={paused} />}
      keys={
        <>
          <PanelKey
            icon={paused.isPaused ? PlayIcon : PauseIcon}
            label={t(paused.isPaused ? "wires.resume" : "wires.pause")}
            onPress={paused.toggle}
          />
          <PanelKey
            icon={FloppyDiskIcon}
            label={t("wires.save")}
            busyLabel={screen.saving?.state === "saving" ? t("wires.saving") : undefined}
            onPress={() => page.send({ kind: "saveTrace" })}
          />
        </>
      }
    />
  );
}
