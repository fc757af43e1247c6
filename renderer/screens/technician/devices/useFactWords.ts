import { useTranslation } from "react-i18next";
import { vi } from "#core/languages/vi/index.ts";
import { useUnits } from "../../../language/useUnits.ts";

type KnownFact = keyof typeof vi.devices.fact;
type KnownValue = keyof typeof vi.devices.value;

/** A fact as label and value in words; what the page has no word for is shown as it is. */
export interface FactWords {
  readonly label: string;
  readonly value: string;
}

/** Words about the facts of devices and tests; `unknown` and `notSupported` are kept apart. */
export function useFactWords(): (name: string, value: string | number | boolean) => FactWords {
  const { t } = useTranslation();
  const units = useUnits();
  const wordsOf = (name: string, value: string | number | boolean) => {
    if (typeof value === "number" && name.endsWith("Bytes")) return units.bytes(value);
    if (typeof value === "boolean") return value ? t("technician.yes") : t("technician.no");
    if (typeof value === "number") return Number.isInteger(value) ? units.number(value) : units.milliseconds(value);
    if (value === "unknown") return t("technician.unknown");
    if (value === "notSupported") return t("technician.notSupported");
    return isKnownValue(value) ? t(`devices.value.${value}`) : value;
  };
  return (name, value) => ({
    label: isKnown(name) ? t(`devices.fact.${name}`) : name,
    value: wordsOf(name, value),
  });
}

function isKnown(name: string): name is KnownFact {
  return Object.hasOwn(vi.devices.fact, name);
}

function isKnownValue(value: string): value is KnownValue {
  return Object.hasOwn(vi.devices.value, value);
}
