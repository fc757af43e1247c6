import { MagnifyingGlassIcon } from "@phosphor-icons/react/dist/csr/MagnifyingGlass";
import { MegaphoneSimpleIcon } from "@phosphor-icons/react/dist/csr/MegaphoneSimple";
import { useTranslation } from "react-i18next";
import { en } from "#core/languages/en/index.ts";
import { vi } from "#core/languages/vi/index.ts";
import { zh } from "#core/languages/zh/index.ts";
import { CabinetPicture } from "#ui/cabinet/CabinetPicture.tsx";
import { TaskPicture } from "#ui/cabinet/TaskPicture.tsx";
import { Counter } from "#ui/widgets/Counter.tsx";
import { HomeKey } from "#ui/widgets/HomeKey.tsx";
import { KeyRow } from "#ui/widgets/KeyRow.tsx";
import { Pavement } from "#ui/widgets/Pavement.tsx";
import { SecondaryKey } from "#ui/widgets/SecondaryKey.tsx";
import { ScreenShell } from "../frame/ScreenShell.tsx";
import { useDates } from "../language/useDates.ts";
import { doorStates } from "../parts/doorStates.ts";
import { useObstacleWords } from "../words/useObstacleWords.ts";
import type { ScreenProps } from "./screenProps.ts";
import "./Home.css";

const words = { vi: vi.home, en: en.home, zh: zh.home };
const tags = ["vi", "en", "zh"] as const;

/** The wall with the cabinet, and the two equal tasks. */
export function Home(page: ScreenProps<"home">) {
  const { t } = useTranslation();
  const { setup, snapshot, screen } = page;
  const dates = useDates(setup.timeZone);
  const { hour } = dates.clock(snapshot.nowMs);
  return (
    <ScreenShell page={page} wall={hour >= 18 || hour < 6 ? "night" : "day"}>
      <main className="home-wall">
        <HomeWords {...page} />
        <div className="home-cabinet">
          <CabinetPicture
            cabinet={setup.cabinet}
            view="home"
            states={doorStates(snapshot)}
            description={t("home.cabinet", { free: screen.freeCompartments, doors: snapshot.doors.length })}
            lettering={t("common.product")}
            drawnWidthPx={snapshot.preferences.textSize > 2 ? 430 : 664}
          />
        </div>
        <Pavement kind="tiles" />
      </main>
      <HomeKeys {...page} />
    </ScreenShell>
  );
}

function HomeKeys(page: ScreenProps<"home">) {
  const { t } = useTranslation();
  const { setup, snapshot, screen, send } = page;
  const obstacle = useObstacleWords(page);
  const others = tags.filter((tag) => tag !== snapshot.preferences.language);
  const inOthers = (task: "intake" | "collection") =>
    others.map((language) => ({ language, words: words[language][task] }));
  const collectionClosed = (): string => {
    const { collectionObstacle } = screen;
    // Silent boards answer again soon; of the rest the person is told what it is.
    const isPassing = collectionObstacle === undefined || collectionObstacle === "boards";
    return isPassing ? t("home.collectionClosed") : obstacle.short(collectionObstacle);
  };
  return (
    <Counter name={t("common.counterName")}>
      <HomeKey
        label={t("home.intake")}
        otherLanguages={inOthers("intake")}
        picture={<TaskPicture task="deposit" />}
        onPress={() => send({ kind: "startIntake" })}
        unavailableReason={
          screen.isIntakePossible || screen.intakeObstacle === undefined
            ? undefined
            : obstacle.short(screen.intakeObstacle)
        }
      />
      <HomeKey
        label={t("home.collection")}
        otherLanguages={inOthers("collection")}
        picture={<TaskPicture task="collection" />}
        onPress={() => send({ kind: "startCollection" })}
        unavailableReason={screen.isCollectionPossible ? undefined : collectionClosed()}
      />
      <KeyRow>
        <SecondaryKey
          label={t("home.lookup")}
          icon={MagnifyingGlassIcon}
          onPress={() => send({ kind: "startLookup" })}
        />
        <SecondaryKey
          label={
            setup.notices.length === 0 ? t("home.notices") : t("home.noticesCount", { count: setup.notices.length })
          }
          icon={MegaphoneSimpleIcon}
          onPress={() => send({ kind: "showNotices" })}
        />
      </KeyRow>
    </Counter>
  );
}

function HomeWords({ setup, snapshot, screen }: ScreenProps<"home">) {
  const { t } = useTranslation();
  const dates = useDates(setup.timeZone);
  const doors = snapshot.doors.length;
  const opensAtMs = snapshot.counterOpensAtMs;
  const isLarge = snapshot.preferences.textSize > 2;
  const free = screen.freeCompartments === 0 ? t("home.full") : t("home.freeTitle", { count: screen.freeCompartments });
  return (
    <div className="home-words">
      <h1 tabIndex={-1}>{isLarge ? free : t("home.slogan")}</h1>
      {isLarge ? (
        <p className="home-slogan">{t("home.sloganShort")}</p>
      ) : (
        <p className="home-free">
          <strong>{screen.freeCompartments}</strong>
          <span>{t("home.free", { count: screen.freeCompartments, doors })}</span>
        </p>
      )}
      {opensAtMs !== undefined && !isLarge && (
        <p className="home-opens">
          {t("home.counterOpens", { day: dates.headerDay(opensAtMs), time: dates.time(opensAtMs) })}
        </p>
      )}
    </div>
  );
}
