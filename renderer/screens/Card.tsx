import { KeyboardIcon } from "@phosphor-icons/react/dist/csr/Keyboard";
import { ShieldCheckIcon } from "@phosphor-icons/react/dist/csr/ShieldCheck";
import { useTranslation } from "react-i18next";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { Notice } from "#ui/widgets/Notice.tsx";
import { WhiteKey } from "#ui/widgets/WhiteKey.tsx";
import { ScreenFrame } from "../frame/ScreenFrame.tsx";
import { CardSketch } from "../parts/CardSketch.tsx";
import { CodeCamera } from "../parts/CodeCamera.tsx";
import { BackKey, CancelKey } from "../parts/Keys.tsx";
import { Marked } from "../parts/Marked.tsx";
import { ProblemNotice } from "../parts/ProblemNotice.tsx";
import { useIntakeRail } from "./rails.ts";
import type { ScreenProps } from "./screenProps.ts";
import "./Card.css";

/** Who hands in: the QR code of the citizen card, or typed. */
export function Card(page: ScreenProps<"card">) {
  const { t } = useTranslation();
  return (
    <ScreenFrame
      page={page}
      rail={useIntakeRail("person")}
      title={t("card.title")}
      keys={
        <>
          <WhiteKey
            label={t("card.type")}
            icon={KeyboardIcon}
            isLeadingOn
            onPress={() => page.send({ kind: "typeIdentity" })}
          />
          <KeyRow>
            <BackKey page={page} />
            <CancelKey page={page} />
          </KeyRow>
        </>
      }
    >
      <CodeCamera page={page} isSmall={page.screen.problem !== undefined} />
      <ProblemNotice problem={page.screen.problem} />
      <div className="card-kinds">
        <p>
          <CardSketch side="front" />
          <span>
            <Marked text={t("card.oldCard")} />
          </span>
        </p>
        <p>
          <CardSketch side="back" />
          <span>
            <Marked text={t("card.newCard")} />
          </span>
        </p>
      </div>
      <div className="card-privacy">
        <Notice icon={ShieldCheckIcon}>{t("camera.privacy")}</Notice>
      </div>
    </ScreenFrame>
  );
}
