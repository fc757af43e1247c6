import { useTranslation } from "react-i18next";
import type { DeviceTest } from "#core/contract/technician.ts";

/** Words about a test. */
export interface TestWords {
  /** What is tested: `Bo A`, `Máy in`. */
  readonly name: (test: DeviceTest) => string;
  /** The key that starts it. */
  readonly key: (test: DeviceTest) => string;
  /** What the person has to say when it has run. */
  readonly ask: (test: DeviceTest) => string;
  /** What the person does while it runs; empty where there is nothing to do. */
  readonly todo: (test: DeviceTest) => string;
}

/** Words about tests in the language of the page. */
export function useTestWords(): TestWords {
  const { t } = useTranslation();
  return {
    name: (test) => {
      if (test.kind === "lockBoard") return t("devices.testName.lockBoard", { name: test.board });
      if (test.kind === "scanner") return t("devices.testName.scanner", { name: test.name });
      return t(`devices.testName.${test.kind}`);
    },
    key: (test) => t(`devices.testKey.${test.kind}`),
    ask: (test) => t(`devices.ask.${test.kind}`),
    todo: (test) => (test.kind === "scanner" || test.kind === "camera" ? t(`devices.testDo.${test.kind}`) : ""),
  };
}
