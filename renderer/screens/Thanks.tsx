import { ShieldCheckIcon } from "@phosphor-icons/react/dist/csr/ShieldCheck";
import { useTranslation } from "react-i18next";
import { Notice } from "#ui/widgets/Notice.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { FinishKey } from "../parts/Keys.tsx";
import { VisitCabinet } from "../parts/VisitCabinet.tsx";
import type { ScreenProps } from "./screenProps.ts";

/** The end: what to keep, and that nothing personal is left. */
export function Thanks(page: ScreenProps<"thanks">) {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={page}
      middle="stands"
      title={t("thanks.title")}
      lead={t(`thanks.${page.screen.of}`)}
      keys={<FinishKey page={page} label={t("common.home")} />}
    >
      <Notice icon={ShieldCheckIcon}>{t("thanks.cleared")}</Notice>
      <VisitCabinet page={page} />
    </ScreenFrame>
  );
}
