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
  const { compartmentNumber: door, isOpen, left, expected: code } = screen;
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={props}
      rail={useInspectionRail(isOpen ? 1 : 0)}
      title={
        isOpen && code !== undefined
          ? t("clerk.inspect.resultTitle", { door, code })
          : t(isOpen ? "clerk.inspect.title" : "clerk.inspect.openingTitle", { door })
      }
      lead={t(
        isOpen ? (code === undefined ? "clerk.inspect.lead" : "clerk.inspect.resultLead") : "clerk.inspect.openingLead",
      )}
      middle="stands"
      status={
        <span>
          {!isOpen && t("clerk.opening", { door })} {left > 0 && t("clerk.left", { count: left })}
        </span>
      }
      keys={isOpen ? <Answers screen={screen} send={send} /> : undefined}
    >
      <ClerkCabinet page={props} door={door} says={isOpen ? "open" : "next"} />
    </ScreenFrame>
  );
}

/** What lies inside, in the words of who looks. */
function Answers({ screen, send }: Pick<ScreenProps<"inspecting">, "screen" | "send">) {
  const { t } = useTranslation();
  const isExpecting = screen.expected !== undefined;
  const empty = t("clerk.inspect.empty");
  const sayEmpty = () => send({ kind: "confirmEmpty" });
  return (
    <>
      {isExpecting ? (
        <MainKey
          label={t("clerk.inspect.resultInside")}
          icon={CheckIcon}
          onPress={() => send({ kind: "confirmBagInside" })}
        />
      ) : (
        <MainKey label={empty} icon={CheckIcon} onPress={sayEmpty} />
      )}
      <KeyRow>
        {isExpecting && <SecondaryKey label={empty} onPress={sayEmpty} />}
        <SecondaryKey
          label={t(isExpecting ? "clerk.inspect.otherInside" : "clerk.inspect.contents")}
          onPress={() => send({ kind: "reportContents" })}
        />
        <SecondaryKey label={t("clerk.skip")} onPress={() => send({ kind: "skipCompartment" })} />
      </KeyRow>
    </>
  );
}
