import { useTranslation } from "react-i18next";
import { DigitCells } from "#ui/widgets/DigitCells.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { DigitPad } from "../../parts/DigitPad.tsx";
import { BackKey } from "../../parts/Keys.tsx";
import { useTyped } from "../../parts/useTyped.ts";
import type { ScreenProps } from "../screenProps.ts";

const LEAST_DIGITS = 4;
const MOST_DIGITS = 8;
/** Cells drawn before anything is typed: more than the least, so that nobody takes the count for the length of a PIN. */
const CELLS = 6;

/** The clerk's PIN, drawn as dots. A refused one is typed anew. */
export function Pin(props: ScreenProps<"pin">) {
  const { screen, send } = props;
  const { t } = useTranslation();
  const pin = useTyped(MOST_DIGITS, String(screen.triesLeft));
  const length = pin.value.length;
  const isLocked = screen.triesLeft === 0;
  const isRefused = screen.problem !== undefined && length === 0;
  const missing = length < LEAST_DIGITS ? t("clerk.pin.missing") : undefined;
  return (
    <ScreenFrame
      page={props}
      title={t("clerk.pin.title", { name: screen.staffName })}
      lead={t("clerk.pin.lead")}
      keys={
        <>
          <DigitPad typed={pin} />
          <MainKey
            label={t("clerk.pin.enter")}
            busyLabel={screen.isChecking ? t("clerk.pin.checking") : undefined}
            unavailableReason={screen.isChecking ? undefined : isLocked ? t("clerk.pin.locked") : missing}
            onPress={() => send({ kind: "enterPin", pin: pin.value })}
          />
          <BackKey page={props} />
        </>
      }
    >
      <DigitCells
        value={"•".repeat(length)}
        length={Math.max(CELLS, length)}
        spoken={t("clerk.pin.typed", { count: length })}
        error={isRefused && !isLocked ? t("clerk.pin.wrong", { count: screen.triesLeft }) : undefined}
      />
    </ScreenFrame>
  );
}
