import { useTranslation } from "react-i18next";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { BackKey } from "../../parts/Keys.tsx";
import type { ScreenProps } from "../screenProps.ts";

/** A second person approves what one alone must not do. */
export function SecondPerson(props: ScreenProps<"secondPerson">) {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={props}
      title={t("technician.secondPerson")}
      lead={t("technician.secondPersonLead")}
      keys={<BackKey page={props} />}
    />
  );
}
