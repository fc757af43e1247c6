import { QrCodeIcon } from "@phosphor-icons/react/dist/csr/QrCode";
import { useTranslation } from "react-i18next";
import { Key } from "#ui/widgets/Key.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { TextField } from "#ui/widgets/TextField.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { DigitPad } from "../../parts/DigitPad.tsx";
import { BackKey } from "../../parts/Keys.tsx";
import { type Typed, useTyped } from "../../parts/useTyped.ts";
import type { ScreenProps } from "../screenProps.ts";
import { useLoadingRail } from "./rails.ts";
import "./TypedResultCode.css";

/** Longest official code that is expected; `000.00.00.H29-241114-000012` has 26 signs. */
const LONGEST_CODE = 40;

/** Letters and signs of official codes besides the digits. */
const signs = ["H", "G", ".", "-", "/"] as const;

/** The code typed by hand: an official code or a ticket number. */
export function TypedResultCode({ onScan, ...props }: ScreenProps<"loading"> & { readonly onScan: () => void }) {
  const { screen, send } = props;
  const { t } = useTranslation();
  const code = useTyped(LONGEST_CODE);
  return (
    <ScreenFrame
      page={props}
      rail={useLoadingRail(0)}
      title={t("clerk.load.typeTitle")}
      lead={t("clerk.load.typeLead")}
      keys={
        <>
          <SignKeys typed={code} />
          <DigitPad typed={code} />
          <MainKey
            label={t("clerk.load.find")}
            unavailableReason={code.value === "" ? t("clerk.load.missing") : undefined}
            onPress={() => send({ kind: "enterResultCode", code: code.value })}
          />
          <KeyRow>
            <BackKey page={props} />
            <SecondaryKey icon={QrCodeIcon} label={t("clerk.load.scan")} onPress={onScan} />
          </KeyRow>
        </>
      }
    >
      <div className="typed-code">
        <TextField
          label={t("clerk.load.label")}
          value={code.value}
          hint={t("clerk.load.hint")}
          isCurrent
          error={screen.problem === undefined ? undefined : t(`problem.${screen.problem}`)}
        />
      </div>
    </ScreenFrame>
  );
}

function SignKeys({ typed }: { readonly typed: Typed }) {
  const { t } = useTranslation();
  return (
    <fieldset className="sign-keys" aria-label={t("clerk.load.signs")}>
      {signs.map((sign) => (
        <Key key={sign} look="digit-key sign-key" label={sign} onPress={() => typed.add(sign)} />
      ))}
    </fieldset>
  );
}
