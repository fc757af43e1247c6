import { TrashIcon } from "@phosphor-icons/react/dist/csr/Trash";
import { useTranslation } from "react-i18next";
import type { CommissionedBoard } from "#core/contract/technician.ts";
import { Key } from "#ui/widgets/Key.tsx";
import { Plate } from "../Panel.tsx";
import { shortWire } from "../wires/traceLines.ts";
import { boardDefaults } from "./boardDefaults.ts";

/** Props of the list of boards. */
export interface BoardCardsProps {
  readonly boards: readonly CommissionedBoard[];
  /** Present where a board can be taken out. */
  readonly onRemove?: ((board: string) => void) | undefined;
  /** Shows what each has learned of its doors. */
  readonly isLearning?: boolean | undefined;
}

/** The boards that the wizard knows, each with how it is reached. */
export function BoardCards({ boards, onRemove, isLearning = false }: BoardCardsProps) {
  const { t } = useTranslation();
  return (
    <ul className="step-boards">
      {boards.map((one) => (
        <li key={one.board} className="tech-panel step-board">
          <div className="step-board-words">
            <h3>{`${t("wires.board", { board: one.board })} · ${boardDefaults[one.family].label}`}</h3>
            <p className="tech-panel-note">
              {[
                t("commissioning.boards.wire", { address: one.address, baud: one.baudRate }),
                t("commissioning.boards.channels", { channels: one.channels }),
                shortWire(one.port),
              ].join(" · ")}
            </p>
            {isLearning && <Learned board={one} />}
          </div>
          {isLearning && (
            <Plate tone={one.calibration === "done" ? "good" : toneOf(one)}>
              {t(`commissioning.calibrating.state.${one.calibration}`)}
            </Plate>
          )}
          {onRemove !== undefined && (
            <Key
              look="tech-close"
              label={t("commissioning.giveUpYes")}
              spokenName={t("commissioning.boards.remove", { board: one.board })}
              icon={TrashIcon}
              onPress={() => onRemove(one.board)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Learned({ board }: { readonly board: CommissionedBoard }) {
  const { t } = useTranslation();
  if (board.calibration !== "done" || board.feedback === undefined) return null;
  return (
    <p>
      {t("commissioning.calibrating.learned", {
        feedback: t(`commissioning.calibrating.feedback.${board.feedback}`),
        order: t(`commissioning.calibrating.order.${board.byteOrder ?? "absent"}`),
      })}
    </p>
  );
}

function toneOf({ calibration }: CommissionedBoard): "bad" | "quiet" {
  return calibration === "noChange" || calibration === "contradiction" ? "bad" : "quiet";
}
