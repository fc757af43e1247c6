import { describe, expect, test } from "vitest";
import { picture, printerUnderTest, ROW_BYTES } from "./printerSetup.ts";

describe("a receipt printer", () => {
  test("prints a picture dot by dot and cuts it off", async () => {
    const { clock, printer, paper } = await printerUnderTest();
    const raster = picture(100);
    expect(await clock.until(printer.print(raster))).toEqual({ kind: "printed", isVerified: true });
    const [printed] = paper.state().papers;
    expect(printed?.widthDots).toBe(576);
    expect(printed?.data.slice(0, raster.data.length)).toEqual(raster.data);
    expect(paper.state().uncutRows).toBe(0);
  });

  test("prints a picture that contains the bytes of a status question", async () => {
    const { clock, printer, paper } = await printerUnderTest();
    const data = Uint8Array.from({ length: ROW_BYTES * 60 }, (_, index) => [0x10, 0x04, 0x01][index % 3] ?? 0);
    const outcome = await clock.until(printer.print({ widthDots: 576, heightDots: 60, data }));
    expect(outcome).toEqual({ kind: "printed", isVerified: true });
    expect(paper.state().papers[0]?.data.slice(0, data.length)).toEqual(data);
  });

  test("knows that its paper is out before anything is sent", async () => {
    const { clock, printer, paper } = await printerUnderTest();
    paper.break({ isPaperOut: true });
    await clock.advance(100);
    expect(printer.latest()).toEqual({ status: "paperOut", paper: "out" });
    expect(await clock.until(printer.print(picture(10)))).toEqual({ kind: "notPrinted", reason: "paperOut" });
    paper.repair();
    await clock.advance(100);
    expect(printer.latest().status).toBe("ready");
    expect(paper.state().paperCount + paper.state().uncutRows).toBe(0);
  });

  test("finds an open cover by asking where the printer does not report by itself", async () => {
    const { clock, printer, paper } = await printerUnderTest({ reportsChanges: false });
    paper.break({ isCoverOpen: true });
    await clock.advance(4_000);
    expect(printer.latest().status).toBe("coverOpen");
  });

  test("leaves a job unresolved when the paper ends in the middle, and never prints it again", async () => {
    const { clock, printer, paper } = await printerUnderTest();
    paper.break({ rowsLeft: 50 });
    expect(await clock.until(printer.print(picture(200)))).toEqual({ kind: "unresolved", reason: "paperOut" });
    paper.repair();
    await clock.advance(30_000);
    expect(paper.state().paperCount).toBe(0);
  });

  test("cuts off what an unresolved job left before the next job begins", async () => {
    const { clock, printer, paper } = await printerUnderTest();
    paper.break({ rowsLeft: 50 });
    await clock.until(printer.print(picture(200)));
    paper.repair();
    const raster = picture(30);
    expect((await clock.until(printer.print(raster))).kind).toBe("printed");
    expect(paper.state().paperCount).toBe(2);
    expect(paper.state().papers[1]?.data.slice(0, raster.data.length)).toEqual(raster.data);
  });

  test("keeps a paper that a program before this one left in the printer apart from its own", async () => {
    const { clock, printer, paper } = await printerUnderTest();
    paper.printRow(new Uint8Array(ROW_BYTES).fill(0xff));
    printer.noteInterruptedJob();
    const raster = picture(30);
    expect((await clock.until(printer.print(raster))).kind).toBe("printed");
    expect(paper.state().paperCount).toBe(2);
    expect(paper.state().papers[1]?.data.slice(0, raster.data.length)).toEqual(raster.data);
  });

  test("asks once more before a job when one answer is missed", async () => {
    const { clock, printer, paper } = await printerUnderTest();
    paper.break({ isSilent: true });
    const printing = printer.print(picture(10));
    await clock.advance(300);
    expect(printer.latest().status).toBe("ready");
    paper.repair();
    expect(await clock.until(printing)).toEqual({ kind: "printed", isVerified: true });
  });

  test("says unknown, not ready, while nobody answers, and prints nothing", async () => {
    const { clock, printer, paper } = await printerUnderTest();
    paper.break({ isSilent: true });
    await clock.advance(10_000);
    expect(printer.latest()).toEqual({ status: "unknown", paper: "unknown" });
    expect(await clock.until(printer.print(picture(10)))).toEqual({ kind: "notPrinted", reason: "unknown" });
    paper.repair();
    await clock.advance(10_000);
    expect(printer.latest().status).toBe("ready");
  });

  test("says notSupported where nothing can be read back, and prints unverified", async () => {
    const { clock, printer, paper } = await printerUnderTest({ hasStatus: false });
    expect(printer.latest()).toEqual({ status: "notSupported", paper: "notSupported" });
    expect(await clock.until(printer.print(picture(10)))).toEqual({ kind: "printed", isVerified: false });
    expect(paper.state().paperCount).toBe(1);
  });

  test("jobs wait for each other and come out in order", async () => {
    const { clock, printer, paper } = await printerUnderTest();
    const outcomes = await clock.until(Promise.all([printer.print(picture(20)), printer.print(picture(40))]));
    expect(outcomes.map(({ kind }) => kind)).toEqual(["printed", "printed"]);
    const [first, second] = paper.state().papers;
    expect((second?.heightDots ?? 0) - (first?.heightDots ?? 0)).toBe(20);
  });

  test("leaves a job unresolved when the printer stops taking bytes", async () => {
    const { clock, printer, stall } = await printerUnderTest();
    stall(3);
    const outcome = await clock.until(printer.print(picture(200)));
    expect(outcome).toEqual({ kind: "unresolved", reason: "unknown" });
  });
});
