import { useTranslation } from "react-i18next";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import type { PageProps } from "../screens/screenProps.ts";
import { Sheet } from "./Sheet.tsx";
import { useNowMs } from "./useNowMs.ts";

/** A technician reads the time in the head of the screen all along, and is asked only when this much is left. */
const TECHNICIAN_WARNED_MS = 60_000;

/** Asks calmly whether more time is needed, shortly before an untouched step ends. */
export function TimeWarning({ page }: { readonly page: PageProps }) {
  const endsAtMs = page.snapshot.endsAtMs;
  return endsAtMs === undefined ? null : <Warning page={page} endsAtMs={endsAtMs} />;
}

function Warning({ page, endsAtMs }: { readonly page: PageProps; readonly endsAtMs: number }) {
  const { t } = useTranslation();
  const nowMs = useNowMs(page.snapshot);
  if (page.snapshot.screen.name === "technician" && endsAtMs - nowMs > TECHNICIAN_WARNED_MS) return null;
  const keepAlive = () => page.send({ kind: "keepAlive" });
  const left = Math.max(0, Math.ceil((endsAtMs - nowMs) / 10_000) * 10);
  return (
    <Sheet title={t("timeWarning.title")} onClose={keepAlive} isAlert>
      <p>{t("timeWarning.text", { count: left })}</p>
      <MainKey label={t("timeWarning.more")} onPress={keepAlive} />
    </Sheet>
  );
}
