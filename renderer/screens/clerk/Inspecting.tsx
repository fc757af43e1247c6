import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";

import type { ScreenProps } from "../screenProps.ts";
import { ClerkCabinet } from "./ClerkCabinet.tsx";
import { useInspectionRail } from "./rails.ts";

/** A compartment becomes known as empty only because staff saw it so. */
export function Inspecting(props: ScreenProps<"inspecting">) {
  const { screen, send } = props;
  const { compartmentNumber: door, isOpen, left } = screen;
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={props}
      rail={useInspectionRail(isOpen ? 1 : 0)}
      title={t(isOpen ? "clerk.inspect.title" : "clerk.inspect.openingTitle", { door })}
      lead={t(isOpen ? "clerk.inspect.lead" : "clerk.inspect.openingLead")}
      middle="stands"
      status={
        <span>
          {!isOpen && t("clerk.opening", { door })} {left > 0 && t("clerk.left", { count: left })}
        </span>
      }
      keys={
        isOpen ? (
          <>
            <MainKey label={t("clerk.inspect.empty")} icon={CheckIcon} onPress={() => send({ kind: "confirmEmpty" })} />
            <KeyRow>
              <SecondaryKey label={t("clerk.inspect.contents")} onPress={() => send({ kind: "reportContents" })} />
              <SecondaryKey label={t("clerk.skip")} onPress={() => send({ kind: "skipCompartment" })} />
            </KeyRow>
          </>
        ) : undefined
      }
    >
      <ClerkCabinet page={props} door={door} says={isOpen ? "open" : "next"} />
    </ScreenFrame>
  );
}
