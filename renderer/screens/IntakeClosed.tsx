import { InfoIcon } from "@phosphor-icons/react/dist/csr/Info";
import { useTranslation } from "react-i18next";
import { Notice } from "#ui/widgets/Notice.tsx";
import { ServiceClosed } from "../parts/ServiceClosed.tsx";
import type { ScreenProps } from "./screenProps.ts";

/** No dossier can be taken now: why, when and where else, before anything is typed. */
export function IntakeClosed(page: ScreenProps<"intakeClosed">) {
  const { t } = useTranslation();
  return (
    <ServiceClosed page={page} title={t("obstacle.title")} obstacle={page.screen.obstacle}>
      <Notice icon={InfoIcon}>{t("obstacle.stillWorks")}</Notice>
    </ServiceClosed>
  );
}
