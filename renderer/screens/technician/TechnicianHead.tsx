import { SignOutIcon } from "@phosphor-icons/react/dist/csr/SignOut";
import { useTranslation } from "react-i18next";
import type { ScreenOf } from "#core/contract/screen.ts";
import { Mark } from "#ui/widgets/Mark.tsx";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { useNowMs } from "../../frame/useNowMs.ts";
import { useUnits } from "../../language/useUnits.ts";
import type { PageProps } from "../screenProps.ts";
import { isUnderWay } from "./cabinet/DoorTestKeys.tsx";

/** Who works here, when the mode ends by itself, and the way out. */
export function TechnicianHead({
  page,
  screen,
}: {
  readonly page: PageProps;
  readonly screen: ScreenOf<"technician">;
}) {
  const { t } = useTranslation();
  const { endsAtMs } = page.snapshot;
  const { door } = screen;
  // Nobody leaves an open door behind.
  const busyWith =
    door !== undefined && isUnderWay(door) ? t("technician.busyDoor", { door: door.compartmentNumber }) : undefined;
  return (
    <>
      <header className="tech-head">
        <Mark />
        <div className="tech-head-names">
          <h1 tabIndex={-1}>{t("technician.title", { kiosk: String(page.setup.kioskNumber).padStart(4, "0") })}</h1>
          <p>
            {screen.staffName}
            {endsAtMs !== undefined && <Countdown page={page} endsAtMs={endsAtMs} />}
          </p>
        </div>
      </header>
      <div className="tech-leave">
        <PanelKey
          label={t("technician.leave")}
          unavailableReason={busyWith}
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
