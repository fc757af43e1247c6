import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelKey } from "#ui/widgets/PanelKey.tsx";
import { CodeCamera } from "../../../parts/CodeCamera.tsx";
import type { SectionProps } from "../sectionProps.ts";
import { Work } from "../Work.tsx";
import { DeviceList } from "./DeviceList.tsx";
import { DevicePanel } from "./DevicePanel.tsx";
import "./DevicesSection.css";
import { testOf } from "./deviceTest.ts";
import { useTestWords } from "./useTestWords.ts";

/** Every device with its state; the chosen one with what it reports, what to do and its test. */
export function DevicesSection({ page, screen, view }: SectionProps) {
  const { t } = useTranslation();
  const words = useTestWords();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const running = screen.running?.test;
  const shown =
    view.devices.find((device) => device.deviceId === chosen) ??
    view.devices.find((device) => running !== undefined && testOf(device)?.kind === running.kind) ??
    view.devices[0];
  const test = shown === undefined ? undefined : testOf(shown);
  const isCameraOn = running?.kind === "camera" && page.snapshot.wantsScan;
  return (
    <Work
      names={{ main: t("devices.list"), side: t("devices.test") }}
      main={<DeviceList view={view} chosen={shown?.deviceId} onDevice={setChosen} />}
      side={
        shown === undefined ? (
          <p className="tech-panel">{t("devices.none")}</p>
        ) : isCameraOn ? (
          <CodeCamera page={page} isSmall />
        ) : (
          <DevicePanel page={page} screen={screen} view={view} device={shown} />
        )
      }
      keys={
        test === undefined ? undefined : (
          <PanelKey
            tone={running === undefined ? "main" : undefined}
            label={words.key(test)}
            busyLabel={
              running === undefined ? undefined : t("technician.notice.running", { test: words.name(running) })
            }
            onPress={() => page.send({ kind: "runTest", test })}
          />
        )
      }
    />
  );
}
