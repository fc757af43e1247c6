import { useTranslation } from "react-i18next";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import type { PageProps } from "./screenProps.ts";

/** A calm page for a step that the machine takes by itself. */
export function Pending(page: PageProps) {
  const { t } = useTranslation();
  return <ScreenFrame page={page} title={t("common.pleaseWait")} />;
}
