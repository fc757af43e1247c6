import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { BackKey } from "../../parts/Keys.tsx";
import type { ScreenProps } from "../screenProps.ts";

/** The mode begins when every client has stepped aside; this page says so for itself as soon as it shows this screen. */
export function TechnicianEntering(props: ScreenProps<"technicianEntering">) {
  const { t } = useTranslation();
  const { screen, send } = props;
  const isAwaited = screen.waitingFor.includes("page");
  useEffect(() => {
    if (isAwaited) send({ kind: "acknowledgeTechnicianMode" });
  }, [isAwaited, send]);
  return (
    <ScreenFrame
      page={props}
      title={t("technician.entering")}
      lead={t("technician.enteringLead")}
      keys={<BackKey page={props} />}
    />
  );
}
