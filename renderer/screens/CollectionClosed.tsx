import { useTranslation } from "react-i18next";
import { ServiceClosed } from "../parts/ServiceClosed.tsx";
import type { ScreenProps } from "./screenProps.ts";

/** No result can be given now: why, when and where else. */
export function CollectionClosed(page: ScreenProps<"collectionClosed">) {
  const { t } = useTranslation();
  return <ServiceClosed page={page} title={t("obstacle.collectionTitle")} obstacle={page.screen.obstacle} />;
}
