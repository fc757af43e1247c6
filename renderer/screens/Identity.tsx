import { useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { LetterKeyboard } from "#ui/widgets/LetterKeyboard.tsx";
import { MainKey } from "#ui/widgets/MainKey.tsx";
import { TextField } from "#ui/widgets/TextField.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { DigitPad } from "../parts/DigitPad.tsx";
import { BackKey, CancelKey } from "../parts/Keys.tsx";
import { type Typed, useTyped } from "../parts/useTyped.ts";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";

const SHORTEST_NAME = 2;
const LONGEST_NAME = 60;
const ID_NUMBER_DIGITS = 12;
const OLD_NUMBER_DIGITS = 9;

/** Name and citizen number by hand. */
export function Identity(page: ScreenProps<"identity">) {
  const { t } = useTranslation();
  const [field, setField] = useState<"name" | "idNumber">("name");
  const name = useTyped(LONGEST_NAME);
  const idNumber = useTyped(ID_NUMBER_DIGITS);
  const { problem } = page.screen;
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("person")}
      title={t("identity.title")}
      lead={t("identity.lead")}
      keys={
        <>
          {field === "name" ? (
            <NameKeys name={name} onNext={() => setField("idNumber")} />
          ) : (
            <NumberKeys page={page} name={name.value.trim()} idNumber={idNumber} />
          )}
          <KeyRow>
            <BackKey page={page} />
            <CancelKey page={page} />
          </KeyRow>
        </>
      }
    >
      <TextField
        label={t("identity.name")}
        value={name.value}
        hint={t("identity.nameHint")}
        isCurrent={field === "name"}
        onChoose={() => setField("name")}
        error={problem === "nameWrong" ? t("problem.nameWrong") : undefined}
      />
      <TextField
        label={t("identity.idNumber")}
        value={idNumber.value}
        hint={t("identity.idNumberHint")}
        isNumeric
        isCurrent={field === "idNumber"}
        onChoose={() => setField("idNumber")}
        error={problem !== undefined && problem !== "nameWrong" ? t(`problem.${problem}`) : undefined}
      />
    </ScreenFrame>
  );
}

function NameKeyboard({ name }: { readonly name: Typed }) {
  const { t } = useTranslation();
  return (
    <LetterKeyboard
      name={t("identity.keyboard")}
      value={name.value}
      onChange={name.set}
      longest={LONGEST_NAME}
      words={{
        space: t("identity.space"),
        delete: t("common.delete"),
        marks: {
          sắc: t("marks.acute"),
          huyền: t("marks.grave"),
          hỏi: t("marks.hook"),
          ngã: t("marks.tilde"),
          nặng: t("marks.dot"),
          mũ: t("marks.circumflex"),
          trăng: t("marks.breve"),
          móc: t("marks.horn"),
        },
      }}
    />
  );
}

function NameKeys({ name, onNext }: { readonly name: Typed; readonly onNext: () => void }) {
  const { t } = useTranslation();
  const isDone = name.value.trim().length >= SHORTEST_NAME;
  return (
    <>
      <NameKeyboard name={name} />
      <MainKey
        label={t("common.next")}
        onPress={onNext}
        unavailableReason={isDone ? undefined : t("identity.nameMissing")}
      />
    </>
  );
}

function NumberKeys(props: {
  readonly page: ScreenProps<"identity">;
  readonly name: string;
  readonly idNumber: Typed;
}) {
  const { t } = useTranslation();
  const { page, name, idNumber } = props;
  const digits = idNumber.value;
  const isNumberDone = digits.length === OLD_NUMBER_DIGITS || digits.length === ID_NUMBER_DIGITS;
  const numberReason = isNumberDone ? undefined : t("identity.idNumberMissing");
  return (
    <>
      <DigitPad typed={idNumber} />
      <MainKey
        label={t("common.next")}
        onPress={() => page.send({ kind: "enterIdentity", name, idNumber: digits })}
        unavailableReason={name.length < SHORTEST_NAME ? t("identity.nameMissing") : numberReason}
      />
    </>
  );
}
