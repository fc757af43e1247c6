import { describe, expect, test } from "vitest";
import { powerStatus, upsFacts } from "#device/power/upsFacts.ts";
import { upsReport } from "#device/power/upsReport.ts";

const of = (status: string, charge?: string, runtime?: string) => powerStatus(upsFacts(status, charge, runtime));

describe("the words of a UPS", () => {
  test.each([
    ["OL", "mains", "operational", false],
    ["OL CHRG", "mains", "operational", false],
    ["OL HB", "mains", "full", false],
    ["OL LB CHRG", "mains", "low", false],
    ["OL TRIM", "mains", "operational", false],
    ["OL BOOST RB", "mains", "operational", false],
    ["BYPASS", "mains", "operational", false],
    ["OB", "battery", "operational", false],
    ["OB DISCHRG", "battery", "operational", false],
    ["OB LB", "battery", "critical", false],
    ["OL OB", "battery", "operational", false],
    ["FSD OB LB", "battery", "critical", true],
    ["FSD", "unknown", "critical", true],
    ["WAIT", "unknown", "unknown", false],
    ["OFF", "unknown", "unknown", false],
    ["", "unknown", "unknown", false],
    ["  OL   NEWWORD ", "mains", "operational", false],
    ["ol", "unknown", "unknown", false],
  ])("%j mean %s power, a battery that is %s, and its end: %s", (words, source, battery, isShuttingDown) => {
    expect(of(words)).toEqual({ source, battery, isShuttingDown });
  });

  test("carry charge and time left where they are numbers", () => {
    expect(of("OB", "55.5", "600")).toMatchObject({ chargePercent: 55.5, runtimeSeconds: 600 });
    expect(of("OL", "100")).toMatchObject({ battery: "full", chargePercent: 100 });
    for (const odd of ["", "n/a", "-3", "1e3", "0x10", "101"])
      expect(of("OB", odd)).not.toHaveProperty("chargePercent");
  });

  test("that ask for a new battery are reported to staff with what to do", () => {
    const facts = upsFacts("OL RB", undefined, undefined);
    expect(upsReport({ status: powerStatus(facts), facts, isConnected: true })).toMatchObject({
      state: "online",
      properties: { source: "mains", tokens: "OL RB" },
      error: { code: "replaceBattery", action: "maintenance" },
    });
  });
});
