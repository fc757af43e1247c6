import { CheckIcon } from "@phosphor-icons/react/dist/csr/Check";
import { HandPalmIcon } from "@phosphor-icons/react/dist/csr/HandPalm";
import { useTranslation } from "react-i18next";
import type { TechnicianDoor } from "#core/contract/screen.ts";
import { Notice } from "#ui/widgets/Notice.tsx";

/** Most rounds that are drawn as little doors; more are said in words only. */
const MOST_DRAWN = 20;

/** How the work on a door goes: what the machine waits for, the rounds, and what it came to. */
export function DoorTest({ task }: { readonly task: TechnicianDoor }) {
  const { t } = useTranslation();
  const { phase, round, rounds } = task;
  const isDone = phase === "done" || phase === "failed";
  return (
    <div className="tech-door-test">
      <Notice
        tone={phase === "failed" ? "error" : "plain"}
        icon={phase === "done" ? CheckIcon : phase === "open" ? HandPalmIcon : undefined}
      >
        <Sentence task={task} />
      </Notice>
      {rounds > 1 && (
        <div className="tech-rounds">
          {!isDone && <strong>{t("technician.doorTest.round", { round, rounds })}</strong>}
          {rounds <= MOST_DRAWN && (
            <span className="tech-rounds-doors" aria-hidden="true">
              {numbersTo(rounds).map((one) => (
                <span key={one} className="tech-round" data-round={stateOf(one, task)} />
              ))}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

function Sentence({ task }: { readonly task: TechnicianDoor }) {
  const { t } = useTranslation();
  const door = task.compartmentNumber;
  if (task.phase === "opening") return t("technician.doorTest.opening", { door });
  if (task.phase === "open")
    return t(task.task === "cycle" ? "technician.doorTest.openCycle" : "technician.doorTest.open", { door });
  if (task.phase === "asking") {
    return t(task.asks === "isDossierInside" ? "technician.doorTest.askDossier" : "technician.doorTest.askEmpty", {
      door,
    });
  }
  if (task.phase === "done") {
    return task.task === "cycle"
      ? t("technician.doorTest.doneCycle", { door, count: task.round })
      : t("technician.doorTest.done", { door });
  }
  const sentence = t(`technician.doorTest.outcome.${task.outcome ?? "unresolved"}`);
  return task.caseNumber === undefined
    ? sentence
    : `${sentence} ${t("technician.doorTest.caseNumber", { caseNumber: task.caseNumber })}`;
}

function stateOf(round: number, task: TechnicianDoor): "done" | "now" | "failed" | "to-come" {
  if (round < task.round || task.phase === "done") return round <= task.round ? "done" : "to-come";
  if (round > task.round) return "to-come";
  return task.phase === "failed" ? "failed" : "now";
}

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
