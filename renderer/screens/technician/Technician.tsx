import { useTranslation } from "react-i18next";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import type { ScreenProps } from "../screenProps.ts";

/** The technician's screen. */
export function Technician(props: ScreenProps<"technician">) {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={props}
      title={t("technician.title")}
      lead={props.screen.staffName}
      keys={<MainKey label={t("technician.leave")} onPress={() => props.send({ kind: "leaveTechnicianMode" })} />}
    />
  );
}
