import { describe, expect, test } from "vitest";
import type { PrinterStatus } from "#core/interfaces/printer.ts";
import { DEFAULT_PRINTER_PROFILE } from "#device/printer/printerProfile.ts";
import { NO_PRINTER_REPORT, printerReport } from "#device/printer/printerReport.ts";
import { printerUnderTest } from "./printerSetup.ts";

const READY: PrinterStatus = { status: "ready", paper: "full" };
const reportOf = (status: PrinterStatus) =>
  printerReport({ profile: DEFAULT_PRINTER_PROFILE, status, isConnected: true, identity: {} });

describe("a printer's report", () => {
  const cases: [PrinterStatus, string, object | undefined][] = [
    [READY, "online", undefined],
    [{ status: "ready", paper: "nearEnd" }, "online", { code: "paperNearEnd", action: "clear" }],
    [{ status: "paperOut", paper: "out" }, "userError", { code: "paperOut", action: "clear" }],
    [{ status: "coverOpen", paper: "full" }, "userError", { code: "coverOpen", action: "clear" }],
    [
      { status: "error", paper: "full", cause: "cutter" },
      "hardwareError",
      { code: "cutterError", action: "maintenance" },
    ],
    [
      { status: "error", paper: "full", cause: "passing" },
      "hardwareError",
      { code: "passingError", action: "suspend" },
    ],
    [{ status: "error", paper: "full" }, "hardwareError", { code: "unnamedError", action: "reset" }],
    [{ status: "unknown", paper: "unknown" }, "unknown", { code: "noAnswer", action: "reset" }],
    [{ status: "notSupported", paper: "notSupported" }, "notSupported", undefined],
  ];

  test.each(cases)("of %j has the state %s and says what staff do", (status, state, error) => {
    expect(reportOf(status)).toMatchObject({ state, properties: { paper: status.paper } });
    expect(reportOf(status).error).toEqual(error);
  });

  test("keeps a printer that is not connected apart from one that does not answer", () => {
    const unknown: PrinterStatus = { status: "unknown", paper: "unknown" };
    const away = printerReport({
      profile: DEFAULT_PRINTER_PROFILE,
      status: unknown,
      isConnected: false,
      identity: undefined,
    });
    expect(away).toMatchObject({ state: "offline", error: { code: "notConnected", action: "maintenance" } });
    expect(NO_PRINTER_REPORT.state).toBe("noDevice");
  });

  test("names maker and model where the printer tells them", async () => {
    const { clock, printer } = await printerUnderTest();
    await clock.advance(5_000);
    expect(printer.report()).toMatchObject({
      state: "online",
      capabilities: { readsStatus: true, knowsNearEnd: false, cut: "partial" },
      properties: { maker: "SIMULATED", model: "TM-80", firmware: "1.02 ESC/POS", serial: "S0001" },
    });
  });

  test("says notSupported of the names that a printer does not tell, and unknown before it was asked", async () => {
    const { clock, printer, paper, drop } = await printerUnderTest();
    paper.break({ isNameless: true, isCoverOpen: true });
    drop();
    await clock.advance(2_000);
    expect(printer.report().properties).toMatchObject({ maker: "unknown", model: "unknown" });
    paper.break({ isCoverOpen: false });
    await clock.advance(5_000);
    expect(printer.report().properties).toMatchObject({ maker: "notSupported", model: "notSupported" });
    expect(printer.latest().status).toBe("ready");
  });

  test.each(["cutter", "unrecoverable", "recoverable", "passing"] as const)(
    "knows a %s error of the simulated printer by its own words",
    async (error) => {
      const { clock, printer, paper } = await printerUnderTest({ reportsChanges: false });
      paper.break({ error });
      await clock.advance(4_000);
      expect(printer.latest()).toEqual({ status: "error", paper: "notSupported", cause: error });
    },
  );
});
