import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { BackKey } from "../../parts/Keys.tsx";
import type { ScreenProps } from "../screenProps.ts";

const clients = ["page", "sync", "control"] as const;

/** The mode begins when every client has stepped aside; this page says so for itself as soon as it shows this screen. */
export function TechnicianEntering(props: ScreenProps<"technicianEntering">) {
  const { t } = useTranslation();
  const { screen, send } = props;
  const { staffName, waitingFor, isOverdue } = screen;
  const isAwaited = waitingFor.includes("page");
  useEffect(() => {
    if (isAwaited) send({ kind: "acknowledgeTechnicianMode" });
  }, [isAwaited, send]);
  return (
    <ScreenFrame
      page={props}
      theme="technician"
      title={t(isOverdue ? "technician.entering.overdueTitle" : "technician.entering.title")}
      lead={isOverdue ? t("technician.entering.overdueLead") : t("technician.entering.lead", { name: staffName })}
      keys={
        <>
          {isOverdue && <MainKey label={t("technician.entering.again")} onPress={() => send({ kind: "finish" })} />}
          <BackKey page={props} />
        </>
      }
    >
      <DottedRows>
        {clients.map((client) => (
          <DottedRow
            key={client}
            label={t(`technician.entering.client.${client}`)}
            value={t(waitingFor.includes(client) ? "technician.entering.waiting" : "technician.entering.ready")}
            isMismatch={isOverdue && waitingFor.includes(client)}
          />
        ))}
      </DottedRows>
    </ScreenFrame>
  );
}
