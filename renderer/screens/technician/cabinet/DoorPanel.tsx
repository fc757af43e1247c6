import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { useTranslation } from "react-i18next";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { Key } from "#ui/widgets/Key.tsx";
import { Panel } from "../Panel.tsx";
import { type DoorFacts, mismatchOf } from "./doorFacts.ts";
import { useServiceWords } from "./useServiceWords.ts";

/** One door: where it hangs, what is read there, what the log says, and what that means. */
export function DoorPanel({ door, onClose }: { readonly door: DoorFacts; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const serviceWords = useServiceWords();
  const mismatch = mismatchOf(door);
  const { reading, outOfService } = door;
  return (
    <Panel
      title={t("technician.door.title", { door: door.compartmentNumber })}
      beside={<Key look="tech-close" label={t("technician.wholeCabinet")} icon={XIcon} onPress={onClose} />}
    >
      <DottedRows>
        <DottedRow
          label={t("technician.door.wire")}
          value={<span className="tech-mono">{`${door.board}·${door.channel}`}</span>}
        />
        <DottedRow label={t("technician.door.door")} value={t(`technician.door.state.${reading.door}`)} />
        <DottedRow
          label={t("technician.door.occupancy")}
          value={t(`technician.door.inside.${reading.occupancy}`)}
          isMismatch={mismatch !== undefined}
        />
        <DottedRow label={t("technician.door.contents")} value={t(`technician.door.ledger.${door.contents}`)} />
        <DottedRow
          label={t("technician.door.service")}
          value={
            outOfService === undefined
              ? t("technician.door.inService")
              : t("technician.door.outOfService", { reason: serviceWords(outOfService) })
          }
        />
        <DottedRow
          label={t("technician.door.sensor")}
          value={door.isSensorFaulty ? t("technician.door.sensorFaulty") : t("technician.door.sensorGood")}
          isMismatch={door.isSensorFaulty}
        />
      </DottedRows>
      <Meaning door={door} />
    </Panel>
  );
}

/** What the readings mean and what to do: the most urgent sentence only. */
function Meaning({ door }: { readonly door: DoorFacts }) {
  const { t } = useTranslation();
  const mismatch = mismatchOf(door);
  if (mismatch === "somethingInside") return <p className="tech-trouble">{t("technician.door.mismatchInside")}</p>;
  if (mismatch === "nothingInside") return <p className="tech-trouble">{t("technician.door.mismatchGone")}</p>;
  if (door.reading.door === "unknown") return <p className="tech-trouble">{t("technician.door.unread")}</p>;
  if (door.isSensorFaulty) return <p className="tech-trouble">{t("technician.door.sensorOff")}</p>;
  return door.contents === "dossier" ? <p className="tech-panel-note">{t("technician.door.holds")}</p> : null;
}
