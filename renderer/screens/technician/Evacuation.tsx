import { useTranslation } from "react-i18next";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { FinishKey } from "../../parts/Keys.tsx";
import type { ScreenProps } from "../screenProps.ts";

/** Every door in turn. */
export function Evacuation(props: ScreenProps<"evacuation">) {
  const { t } = useTranslation();
  const { isDone } = props.screen;
  return (
    <ScreenFrame
      page={props}
      title={t("technician.evacuation")}
      {...(isDone ? { keys: <FinishKey page={props} /> } : {})}
    />
  );
}
