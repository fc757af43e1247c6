import { ListBulletsIcon } from "@phosphor-icons/react/dist/csr/ListBullets";
import { useTranslation } from "react-i18next";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";

import type { PageProps, ScreenProps } from "../screenProps.ts";
import { ClerkCabinet } from "./ClerkCabinet.tsx";
import { useEmptyingRail, useInspectionRail } from "./rails.ts";

/** Counted, missing or left for later: the machine waits for the door. */
export function EmptyingClose(props: ScreenProps<"emptyingClose">) {
  const { compartmentNumber: door, left } = props.screen;
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={props}
      rail={useEmptyingRail(2)}
      title={t("clerk.close.title", { door })}
      lead={left > 0 ? t("clerk.close.lead") : undefined}
      middle="stands"
      keys={<ToListKey page={props} />}
      status={
        <span>
          {t("clerk.waitsForDoor", { door })} {left > 0 && t("clerk.left", { count: left })}
        </span>
      }
    >
      <ClerkCabinet page={props} door={door} says="open" />
    </ScreenFrame>
  );
}

/** The clerk said what is inside; the machine waits for the door. */
export function InspectingClose(props: ScreenProps<"inspectingClose">) {
  const { compartmentNumber: door, left } = props.screen;
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={props}
      rail={useInspectionRail(2)}
      title={t("clerk.close.title", { door })}
      lead={left > 0 ? t("clerk.close.lead") : undefined}
      middle="stands"
      keys={<ToListKey page={props} />}
      status={
        <span>
          {t("clerk.waitsForDoor", { door })} {left > 0 && t("clerk.left", { count: left })}
        </span>
      }
    >
      <ClerkCabinet page={props} door={door} says="open" />
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
