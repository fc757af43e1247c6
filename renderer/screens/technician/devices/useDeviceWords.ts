import { useTranslation } from "react-i18next";
import type { DeviceReport } from "#core/interfaces/deviceReport.ts";

/** The name of a device in words: its kind, and its own name where there can be several. */
export function useDeviceWords(): (device: Pick<DeviceReport, "kind" | "deviceId">) => string {
  const { t } = useTranslation();
  return ({ kind, deviceId }) => {
    const colon = deviceId.indexOf(":");
    return colon < 0 ? t(`devices.kind.${kind}`) : `${t(`devices.kind.${kind}`)} ${deviceId.slice(colon + 1)}`;
  };
}
