import { QuestionIcon } from "@phosphor-icons/react/dist/csr/Question";
import { useTranslation } from "react-i18next";
import type { ProcedureView } from "#core/contract/channel.ts";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { ListFrame } from "#ui/widgets/ListFrame.tsx";
import { ListRow } from "#ui/widgets/ListRow.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { useDates } from "../language/useDates.ts";
import { useLocalized } from "../language/useLocalized.ts";
import { BackKey } from "../parts/Keys.tsx";
import { nextDeadlineMs } from "../words/nextDeadline.ts";
import { proceduresByField } from "../words/proceduresByField.ts";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";
import "./Procedure.css";

/** Which procedure: doors in green frames, one frame a field. */
export function Procedure(page: ScreenProps<"procedure">) {
  const { t } = useTranslation();
  const localized = useLocalized();
  const detail = useProcedureDetail(page);
  const offered = page.setup.catalogue.filter((procedure) => procedure.isOffered);
  const hasSameDay = offered.some((procedure) => procedure.period?.kind === "sameDay");
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("procedure")}
      title={t("procedure.title")}
      keys={
        <KeyRow shares="natural">
          <BackKey page={page} />
          <WhiteKey
            label={t("procedure.elsewhere")}
            icon={QuestionIcon}
            onPress={() => page.send({ kind: "showElsewhere" })}
          />
        </KeyRow>
      }
    >
      <div className="procedures">
        {proceduresByField(offered).map(({ field, procedures }) => (
          <ListFrame key={field.vi} title={localized(field)}>
            {procedures.map((procedure) => (
              <ListRow
                key={procedure.procedureId}
                label={localized(procedure.name)}
                detail={detail(procedure)}
                onPress={() => page.send({ kind: "chooseProcedure", procedureId: procedure.procedureId })}
              />
            ))}
          </ListFrame>
        ))}
      </div>
      {hasSameDay && <p>{t("procedure.sameDayNote")}</p>}
    </ScreenFrame>
  );
}

function useProcedureDetail(page: ScreenProps<"procedure">): (procedure: ProcedureView) => string {
  const { t } = useTranslation();
  const { timeZone } = page.setup;
  const days = useDates("UTC");
  return ({ papers, period, deadlines }) => {
    const parts: string[] = [t("procedure.papers", { count: papers.length })];
    if (period?.kind === "sameDay") parts.push(t("procedure.sameDay"));
    else if (period?.days !== undefined) parts.push(t("procedure.workingDays", { count: period.days }));
    const { nowMs, isTimeDoubtful } = page.snapshot;
    const dueMs = isTimeDoubtful ? undefined : nextDeadlineMs(deadlines ?? [], nowMs, { timeZone });
    if (dueMs !== undefined) parts.push(t("procedure.deadline", { day: days.shortDate(dueMs) }));
    return parts.join(", ");
  };
}
