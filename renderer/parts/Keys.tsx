import { ArrowLeftIcon } from "@phosphor-icons/react/dist/csr/ArrowLeft";
import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { PhoneIcon } from "@phosphor-icons/react/dist/csr/Phone";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { useTranslation } from "react-i18next";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { useOpenHelp } from "../frame/ScreenShell.tsx";
import type { PageProps } from "../screens/screenProps.ts";

/** One step back. */
export function BackKey({ page }: { readonly page: PageProps }) {
  const { t } = useTranslation();
  return <SecondaryKey label={t("common.back")} icon={ArrowLeftIcon} onPress={() => page.send({ kind: "back" })} />;
}

/** Ends the visit and forgets what was entered. */
export function CancelKey({ page, label }: { readonly page: PageProps; readonly label?: string }) {
  const { t } = useTranslation();
  return (
    <SecondaryKey label={label ?? t("common.cancel")} icon={XIcon} onPress={() => page.send({ kind: "cancel" })} />
  );
}

/** Ends a visit that has come to its end. */
export function FinishKey({ page, label }: { readonly page: PageProps; readonly label?: string }) {
  const { t } = useTranslation();
  return <MainKey label={label ?? t("common.done")} icon={CheckIcon} onPress={() => page.send({ kind: "finish" })} />;
}

/** Shows whom to call. */
export function CallKey({ page }: { readonly page: PageProps }) {
  const { t } = useTranslation();
  const openHelp = useOpenHelp();
  return (
    <SecondaryKey
      label={t("common.call", { hotline: page.setup.office.hotline })}
      icon={PhoneIcon}
      onPress={openHelp}
    />
  );
}
