import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Quantities in words of the current language. */
export interface Units {
  /** `48.113`. */
  readonly number: (value: number) => string;
  /** A share from 0 to 1: `0,4 %`. */
  readonly percent: (share: number) => string;
  /** `9,6`: milliseconds without their unit, one decimal below 100. */
  readonly milliseconds: (ms: number) => string;
  /** `1,2 GB`: powers of 1,000, as disks are sold. */
  readonly bytes: (bytes: number) => string;
  /** The largest whole unit: `3 ngày`, `12 phút`, `41 giây`. */
  readonly duration: (ms: number) => string;
}

const locales: Readonly<Record<string, string>> = { vi: "vi-VN", en: "en-GB", zh: "zh-CN" };

const byteUnits = [
  { unit: "terabyte", size: 1e12 },
  { unit: "gigabyte", size: 1e9 },
  { unit: "megabyte", size: 1e6 },
  { unit: "kilobyte", size: 1e3 },
] as const;

const timeUnits = [
  { unit: "day", sizeMs: 86_400_000 },
  { unit: "hour", sizeMs: 3_600_000 },
  { unit: "minute", sizeMs: 60_000 },
] as const;

/** A share below this is not none: it is said to be less than this. */
const LEAST_SHARE = 0.001;

/** Formats with Intl in the language of the page. */
export function useUnits(): Units {
  const { i18n } = useTranslation();
  return useMemo(() => unitsIn(i18n.language), [i18n.language]);
}

/** Formats for a language (`vi`, `en`, `zh`). */
export function unitsIn(language: string): Units {
  const locale = locales[language] ?? "vi-VN";
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const inUnit = (unit: string, value: number, unitDisplay: "short" | "long") =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit,
      unitDisplay,
      maximumFractionDigits: unitDisplay === "short" && value < 100 ? 1 : 0,
    }).format(value);
  return {
    number: (value) => whole.format(value),
    percent: (value) => (value > 0 && value < LEAST_SHARE ? `< ${share.format(LEAST_SHARE)}` : share.format(value)),
    milliseconds: (ms) => (ms < 100 ? tenths.format(ms) : whole.format(ms)),
    bytes: (bytes) => {
      const found = byteUnits.find(({ size }) => bytes >= size);
      return found === undefined ? inUnit("byte", bytes, "short") : inUnit(found.unit, bytes / found.size, "short");
    },
    duration: (ms) => {
      const found = timeUnits.find(({ sizeMs }) => ms >= sizeMs);
      return found === undefined
        ? inUnit("second", Math.max(0, Math.floor(ms / 1000)), "long")
        : inUnit(found.unit, Math.floor(ms / found.sizeMs), "long");
    },
  };
}
