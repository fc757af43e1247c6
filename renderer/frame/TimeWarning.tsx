import { useTranslation } from "react-i18next";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import type { PageProps } from "../screens/screenProps.ts";
import { Sheet } from "./Sheet.tsx";
import { useNowMs } from "./useNowMs.ts";
import { isWarningDue } from "./warningDue.ts";

/** Asks calmly whether more time is needed, shortly before an untouched step ends. */
export function TimeWarning({ page }: { readonly page: PageProps }) {
  const endsAtMs = page.snapshot.endsAtMs;
  return endsAtMs === undefined ? null : <Warning page={page} endsAtMs={endsAtMs} />;
}

function Warning({ page, endsAtMs }: { readonly page: PageProps; readonly endsAtMs: number }) {
  const { t } = useTranslation();
  const nowMs = useNowMs(page.snapshot);
  if (!isWarningDue(page.snapshot.screen.name, endsAtMs - nowMs)) return null;
  const keepAlive = () => page.send({ kind: "keepAlive" });
  const left = Math.max(0, Math.ceil((endsAtMs - nowMs) / 10_000) * 10);
  return (
    <Sheet title={t("timeWarning.title")} onClose={keepAlive} isAlert>
      <p>{t("timeWarning.text", { count: left })}</p>
      <MainKey label={t("timeWarning.more")} onPress={keepAlive} />
    </Sheet>
  );
}
