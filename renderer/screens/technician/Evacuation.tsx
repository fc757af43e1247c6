import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { HandPalmIcon } from "@phosphor-icons/react/dist/csr/HandPalm";
import { useTranslation } from "react-i18next";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { Marked } from "../../parts/Marked.tsx";
import type { ScreenProps } from "../screenProps.ts";
import "./Evacuation.css";

/** Every door in turn, each with how it went and whether a dossier was inside. */
export function Evacuation(props: ScreenProps<"evacuation">) {
  const { t } = useTranslation();
  const { screen, send } = props;
  const { doors, isDone } = screen;
  const opened = doors.filter(({ state }) => state === "opened").length;
  return (
    <ScreenFrame
      page={props}
      theme="technician"
      title={t(isDone ? "technician.evacuation.doneTitle" : "technician.evacuation.title")}
      lead={<Lead {...props} />}
      status={
        <span>
          <Marked text={t("technician.evacuation.progress", { opened, total: doors.length })} />
        </span>
      }
      keys={
        isDone ? (
          <MainKey
            label={t("technician.evacuation.finish")}
            icon={CheckIcon}
            onPress={() => send({ kind: "finish" })}
          />
        ) : (
          <SecondaryKey
            icon={HandPalmIcon}
            label={t("technician.evacuation.stop")}
            onPress={() => send({ kind: "stopDoorTest" })}
          />
        )
      }
    >
      <ul className="evacuation-doors">
        {doors.map(({ compartmentNumber, state, holdsDossier }) => (
          <li key={compartmentNumber} className="evacuation-door" data-state={state}>
            <strong>{compartmentNumber}</strong>
            <span className="evacuation-words">
              <span>{t(`technician.evacuation.state.${state}`)}</span>
              {holdsDossier && <span className="evacuation-holds">{t("technician.evacuation.holds")}</span>}
            </span>
          </li>
        ))}
      </ul>
    </ScreenFrame>
  );
}

function Lead({ screen }: ScreenProps<"evacuation">) {
  const { t } = useTranslation();
  const { staffName, secondName, doors, isDone } = screen;
  if (!isDone) return t("technician.evacuation.lead", { first: staffName, second: secondName });
  const failed = doors.filter(({ state }) => state === "failed").length;
  const caseNumber = screen.caseNumber ?? "–";
  return failed === 0
    ? t("technician.evacuation.doneLead", { caseNumber })
    : t("technician.evacuation.failedLead", { count: failed, caseNumber });
}
