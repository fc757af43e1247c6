import { HandPalmIcon } from "@phosphor-icons/react/dist/csr/HandPalm";
import { useTranslation } from "react-i18next";
import type { TechnicianDoor } from "#core/contract/screen.ts";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import type { PageProps } from "../../screenProps.ts";

/** True while the machine or the person still has something to do at the door. */
export function isUnderWay({ phase }: Pick<TechnicianDoor, "phase">): boolean {
  return phase === "opening" || phase === "open" || phase === "asking";
}

/**
 * Keys while a door is worked on: answers, the end of a test, and a sensor that still says "open" of a shut door. None is
 * lit while a hand is awaited at the door.
 */
export function DoorTestKeys({ page, task }: { readonly page: PageProps; readonly task: TechnicianDoor }) {
  const { t } = useTranslation();
  const { send } = page;
  if (task.phase === "asking") {
    return task.asks === "isDossierInside" ? (
      <>
        <PanelKey label={t("technician.doorTest.isInside")} onPress={() => send({ kind: "confirmBagInside" })} />
        <PanelKey
          tone="danger"
          label={t("technician.doorTest.isMissing")}
          onPress={() => send({ kind: "reportMissing" })}
        />
      </>
    ) : (
      <>
        <PanelKey label={t("technician.doorTest.isEmpty")} onPress={() => send({ kind: "confirmEmpty" })} />
        <PanelKey label={t("technician.doorTest.isNotEmpty")} onPress={() => send({ kind: "skipCompartment" })} />
      </>
    );
  }
  if (task.phase === "opening") return null;
  return (
    <>
      {task.task === "cycle" && task.round < task.rounds && (
        <PanelKey
          icon={HandPalmIcon}
          label={t("technician.door.stop")}
          onPress={() => send({ kind: "stopDoorTest" })}
        />
      )}
      <PanelKey label={t("technician.doorTest.isShut")} onPress={() => send({ kind: "doorIsShut" })} />
    </>
  );
}
