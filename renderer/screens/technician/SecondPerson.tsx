import { IdentificationCardIcon } from "@phosphor-icons/react/dist/csr/IdentificationCard";
import { XIcon } from "@phosphor-icons/react/dist/csr/X";
import { useTranslation } from "react-i18next";
import { DigitCells } from "#ui/widgets/DigitCells.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { CodeCamera } from "../../parts/CodeCamera.tsx";
import { DigitPad } from "../../parts/DigitPad.tsx";
import { ProblemNotice } from "../../parts/ProblemNotice.tsx";
import { useTyped } from "../../parts/useTyped.ts";
import type { ScreenProps } from "../screenProps.ts";

const LEAST_DIGITS = 4;
const MOST_DIGITS = 8;
/** Cells drawn before anything is typed, as for the first person's PIN. */
const CELLS = 6;

/** What one alone must not do: the second person shows their own card, then types their own PIN. */
export function SecondPerson(props: ScreenProps<"secondPerson">) {
  return props.screen.ask === "card" ? <SecondCard {...props} /> : <SecondPin {...props} />;
}

function SecondCard(props: ScreenProps<"secondPerson">) {
  const { t } = useTranslation();
  const { screen } = props;
  return (
    <ScreenFrame
      page={props}
      theme="technician"
      title={t("technician.second.title")}
      lead={<WhatFor {...props} />}
      keys={
        <KeyRow>
          <GiveUpKey {...props} />
        </KeyRow>
      }
    >
      <CodeCamera page={props} isSmall={screen.problem !== undefined} />
      <ProblemNotice problem={screen.problem} />
    </ScreenFrame>
  );
}

function SecondPin(props: ScreenProps<"secondPerson">) {
  const { t } = useTranslation();
  const { screen, send } = props;
  const { triesLeft, isChecking, secondName } = screen;
  const pin = useTyped(MOST_DIGITS, String(triesLeft));
  const length = pin.value.length;
  const isLocked = triesLeft === 0;
  const missing = length < LEAST_DIGITS ? t("clerk.pin.missing") : undefined;
  const isRefused = screen.problem === "pinWrong" && length === 0 && !isLocked;
  return (
    <ScreenFrame
      page={props}
      theme="technician"
      title={
        secondName === undefined ? t("technician.second.title") : t("technician.second.pinTitle", { name: secondName })
      }
      lead={t("technician.second.pinLead")}
      keys={
        <>
          <DigitPad typed={pin} />
          <MainKey
            label={t("technician.second.approve")}
            busyLabel={isChecking ? t("clerk.pin.checking") : undefined}
            unavailableReason={isChecking ? undefined : isLocked ? t("clerk.pin.locked") : missing}
            onPress={() => send({ kind: "enterPin", pin: pin.value })}
          />
          <KeyRow>
            <SecondaryKey
              icon={IdentificationCardIcon}
              label={t("technician.second.otherCard")}
              onPress={() => send({ kind: "back" })}
            />
            <GiveUpKey {...props} />
          </KeyRow>
        </>
      }
    >
      <DigitCells
        value={"•".repeat(length)}
        length={Math.max(CELLS, length)}
        spoken={t("clerk.pin.typed", { count: length })}
        error={isRefused ? t("clerk.pin.wrong", { count: triesLeft ?? 0 }) : undefined}
      />
      {screen.problem !== "pinWrong" && <ProblemNotice problem={screen.problem} />}
    </ScreenFrame>
  );
}

function WhatFor({ screen }: ScreenProps<"secondPerson">) {
  const { t } = useTranslation();
  return screen.compartmentNumber === undefined
    ? t("technician.second.evacuationLead")
    : t("technician.second.doorLead", { door: screen.compartmentNumber });
}

function GiveUpKey(props: ScreenProps<"secondPerson">) {
  const { t } = useTranslation();
  return (
    <SecondaryKey
      icon={XIcon}
      label={t("technician.second.give")}
      onPress={() => props.send({ kind: "stopDoorTest" })}
    />
  );
}
