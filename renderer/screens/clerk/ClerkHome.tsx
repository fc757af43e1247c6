import { SignOutIcon } from "@phosphor-icons/react/dist/csr/SignOut";
import { TrayArrowDownIcon } from "@phosphor-icons/react/dist/csr/TrayArrowDown";
import { useTranslation } from "react-i18next";
import { DottedRow, DottedRows } from "#ui/widgets/DottedRow.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { ScreenFrame } from "../../frame/ScreenFrame.tsx";
import { Marked } from "../../parts/Marked.tsx";
import { ProblemNotice } from "../../parts/ProblemNotice.tsx";
import type { ScreenProps } from "../screenProps.ts";
import { AttentionList } from "./AttentionList.tsx";
import "./ClerkHome.css";
import { DepositList } from "./DepositList.tsx";

/** The clerk's start: what waits, in the order of the legal deadlines, and the three kinds of work. */
export function ClerkHome(props: ScreenProps<"clerkHome">) {
  const { screen, setup } = props;
  const { t } = useTranslation();
  const waiting = screen.deposits.filter((deposit) => !deposit.isDone).length;
  return (
    <ScreenFrame
      page={props}
      title={t("clerk.home.title")}
      lead={t("clerk.home.lead", { name: screen.staffName })}
      status={
        <span>
          <Marked text={t("clerk.home.done", screen.done)} />
        </span>
      }
      keys={<WorkKeys {...props} waiting={waiting} />}
    >
      <div className="clerk-home">
        <ProblemNotice problem={screen.problem} />
        <section aria-labelledby="waiting-title">
          <h2 id="waiting-title">
            {waiting === 0 ? t("clerk.home.none") : t("clerk.home.waiting", { count: waiting })}
          </h2>
          <DepositList setup={setup} deposits={screen.deposits} />
        </section>
        <DottedRows>
          <DottedRow label={t("clerk.home.free")} value={screen.free} />
          <DottedRow label={t("clerk.home.results")} value={screen.results} />
          {screen.unchecked.length > 0 && (
            <DottedRow label={t("clerk.home.unchecked")} value={screen.unchecked.join(", ")} />
          )}
        </DottedRows>
        <AttentionList {...props} />
      </div>
    </ScreenFrame>
  );
}

/** The first work that there is gets the ochre key. */
function WorkKeys({ screen, send, waiting }: ScreenProps<"clerkHome"> & { readonly waiting: number }) {
  const { t } = useTranslation();
  const noFree = screen.free === 0 ? t("clerk.home.noFree") : undefined;
  const load = () => send({ kind: "startLoading" });
  const inspect = t("clerk.home.inspect", { count: screen.unchecked.length });
  return (
    <>
      {waiting > 0 ? (
        <>
          <MainKey label={t("clerk.home.empty", { count: waiting })} onPress={() => send({ kind: "startEmptying" })} />
          <WhiteKey
            icon={TrayArrowDownIcon}
            label={t("clerk.home.load")}
            unavailableReason={noFree}
            isLeadingOn
            onPress={load}
          />
        </>
      ) : (
        <MainKey label={t("clerk.home.load")} unavailableReason={noFree} onPress={load} />
      )}
      <KeyRow>
        {screen.unchecked.length > 0 && (
          <SecondaryKey label={inspect} onPress={() => send({ kind: "startInspection" })} />
        )}
        <SecondaryKey icon={SignOutIcon} label={t("clerk.finish")} onPress={() => send({ kind: "finishExchange" })} />
      </KeyRow>
    </>
  );
}
