import { ListBulletsIcon } from "@phosphor-icons/react/dist/csr/ListBullets";
import { useTranslation } from "react-i18next";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import type { PageProps, ScreenProps } from "../screenProps.ts";
import { ClerkCabinet } from "./ClerkCabinet.tsx";
import { useEmptyingRail, useInspectionRail } from "./rails.ts";

/** Counted, missing or left for later: the machine waits for the door. */
export function EmptyingClose(page: ScreenProps<"emptyingClose">) {
  return <ClosingDoor page={page} rail={useEmptyingRail(2)} {...page.screen} />;
}

/** The clerk said what is inside; the machine waits for the door. */
export function InspectingClose(page: ScreenProps<"inspectingClose">) {
  return <ClosingDoor page={page} rail={useInspectionRail(2)} {...page.screen} />;
}

interface ClosingDoorProps {
  readonly page: PageProps;
  readonly rail: ReturnType<typeof useEmptyingRail>;
  readonly compartmentNumber: number;
  /** Compartments that follow. */
  readonly left: number;
}

function ClosingDoor({ page, rail, compartmentNumber: door, left }: ClosingDoorProps) {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={page}
      rail={rail}
      title={t("clerk.close.title", { door })}
      lead={left > 0 ? t("clerk.close.lead") : undefined}
      middle="stands"
      keys={<ToListKey page={page} />}
      status={
        <span>
          {t("clerk.waitsForDoor", { door })} {left > 0 && t("clerk.left", { count: left })}
        </span>
      }
    >
      <ClerkCabinet page={page} door={door} says="open" />
    </ScreenFrame>
  );
}

/** The way out where a door does not report that it is shut. */
function ToListKey({ page }: { readonly page: PageProps }) {
  const { t } = useTranslation();
  return (
    <SecondaryKey icon={ListBulletsIcon} label={t("clerk.close.list")} onPress={() => page.send({ kind: "back" })} />
  );
}
