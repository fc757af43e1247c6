import { KeyboardIcon } from "@phosphor-icons/react/dist/csr/Keyboard";
import { QrCodeIcon } from "@phosphor-icons/react/dist/csr/QrCode";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "#core/contract/screen.ts";
import { DigitCells } from "#ui/widgets/DigitCells.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { type RailSteps, ScreenFrame } from "../frame/ScreenFrame.tsx";
import type { PageProps } from "../screens/screenProps.ts";
import { CodeCamera } from "./CodeCamera.tsx";
import { DigitPad } from "./DigitPad.tsx";
import { BackKey } from "./Keys.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { useAnswer } from "./useAnswer.ts";
import { useTyped } from "./useTyped.ts";
import "./CodeOrDigits.css";

/** Props of a screen on which a paper's code is shown or its digits are typed. */
export interface CodeOrDigitsProps {
  readonly page: PageProps;
  readonly rail?: RailSteps | undefined;
  readonly problem: Problem | undefined;
  /** Present while what was typed is being checked: the sentence that says so. */
  readonly checking?: string | undefined;
  /** How many digits may be typed instead. */
  readonly length: number;
  readonly onDigits: (digits: string) => void;
  readonly words: {
    readonly title: string;
    readonly lead: string;
    readonly typeKey: string;
    readonly scanKey: string;
    readonly typeTitle: string;
    readonly typeLead: string;
    readonly confirm: string;
    readonly missing: string;
  };
}

/** The camera first, or the digits by hand; codes are read in both. */
export function CodeOrDigits(props: CodeOrDigitsProps) {
  const [isTyping, setIsTyping] = useState(false);
  return isTyping ? (
    <Digits {...props} onScan={() => setIsTyping(false)} />
  ) : (
    <Code {...props} onType={() => setIsTyping(true)} />
  );
}

function Code({ page, rail, problem, words, onType }: CodeOrDigitsProps & { readonly onType: () => void }) {
  return (
    <ScreenFrame
      page={page}
      rail={rail}
      title={words.title}
      lead={words.lead}
      keys={
        <>
          <WhiteKey label={words.typeKey} icon={KeyboardIcon} isLeadingOn onPress={onType} />
          <KeyRow>
            <BackKey page={page} />
          </KeyRow>
        </>
      }
    >
      <CodeCamera page={page} isSmall={problem !== undefined} />
      <ProblemNotice problem={problem} />
    </ScreenFrame>
  );
}

function Digits(props: CodeOrDigitsProps & { readonly onScan: () => void }) {
  const { t } = useTranslation();
  const { page, words, length, problem } = props;
  const typed = useTyped(length);
  const noteSent = useAnswer(page.snapshot, { isChecking: props.checking !== undefined, onAnswer: typed.clear });
  const isFresh = typed.value === "";
  return (
    <ScreenFrame
      page={page}
      rail={props.rail}
      title={words.typeTitle}
      lead={words.typeLead}
      keys={
        <>
          <DigitPad typed={typed} />
          <MainKey
            label={words.confirm}
            busyLabel={props.checking}
            unavailableReason={typed.value.length < length ? words.missing : undefined}
            onPress={() => {
              noteSent();
              props.onDigits(typed.value);
            }}
          />
          <KeyRow>
            <BackKey page={page} />
            <SecondaryKey label={words.scanKey} icon={QrCodeIcon} onPress={props.onScan} />
          </KeyRow>
        </>
      }
    >
      <div className="many-digits" data-digits={length}>
        <DigitCells
          value={typed.value}
          length={length}
          spoken={t("common.typed", { typed: typed.value.length, length })}
          error={problem !== undefined && isFresh ? t(`problem.${problem}`) : undefined}
        />
      </div>
    </ScreenFrame>
  );
}
