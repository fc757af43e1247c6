import { PhoneIcon } from "@phosphor-icons/react/dist/csr/Phone";
import { useTranslation } from "react-i18next";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { useLocalized } from "../language/useLocalized.ts";
import type { PageProps } from "../screens/screenProps.ts";
import { Sheet } from "./Sheet.tsx";

/** Whom to call and what to tell them, over the screen; nothing of the visit is lost. */
export function HelpSheet({ page, onClose }: { readonly page: PageProps; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { office, kioskNumber } = page.setup;
  return (
    <Sheet title={t("help.title")} onClose={onClose}>
      <p className="sheet-number">
        <PhoneIcon weight="bold" aria-hidden="true" /> {office.hotline}
      </p>
      <p>{t("help.say")}</p>
      <DottedRows>
        <DottedRow label={t("help.kiosk")} value={String(kioskNumber).padStart(4, "0")} />
        <DottedRow label={t("help.office")} value={localized(office.name)} />
        <DottedRow label={t("help.address")} value={localized(office.address)} />
      </DottedRows>
      <p>{t("help.kept")}</p>
      <WhiteKey label={t("help.close")} onPress={onClose} />
    </Sheet>
  );
}
