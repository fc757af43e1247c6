import { SignOutIcon } from "@phosphor-icons/react/dist/csr/SignOut";
import { useTranslation } from "react-i18next";
import { Mark } from "#ui/widgets/Mark.tsx";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { useNowMs } from "../../frame/useNowMs.ts";
import { useUnits } from "../../language/useUnits.ts";
import type { PageProps } from "../screenProps.ts";

/** Who works here, when the mode ends by itself, and the way out. */
export function TechnicianHead({ page, staffName }: { readonly page: PageProps; readonly staffName: string }) {
  const { t } = useTranslation();
  const { endsAtMs } = page.snapshot;
  return (
    <>
      <header className="tech-head">
        <Mark />
        <div className="tech-head-names">
          <h1 tabIndex={-1}>{t("technician.title", { kiosk: String(page.setup.kioskNumber).padStart(4, "0") })}</h1>
          <p>
            {staffName}
            {endsAtMs !== undefined && <Countdown page={page} endsAtMs={endsAtMs} />}
          </p>
        </div>
      </header>
      <div className="tech-leave">
        <PanelKey
          label={t("technician.leave")}
          icon={SignOutIcon}
          onPress={() => page.send({ kind: "leaveTechnicianMode" })}
        />
      </div>
    </>
  );
}

function Countdown({ page, endsAtMs }: { readonly page: PageProps; readonly endsAtMs: number }) {
  const { t } = useTranslation();
  const units = useUnits();
  const leftMs = Math.max(0, endsAtMs - useNowMs(page.snapshot));
  return <span className="tech-head-countdown">{t("technician.leavesIn", { time: units.duration(leftMs) })}</span>;
}
