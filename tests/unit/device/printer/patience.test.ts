import { describe, expect, test } from "vitest";
import { isQuestion, type PrinterUnderTest, picture, printerUnderTest, ROW_BYTES } from "./printerSetup.ts";

/** Lets something happen when the last strip of a job has left. */
function whenSent(under: PrinterUnderTest, heightDots: number, act: () => void): void {
  let stripsLeft = Math.ceil(heightDots / 24);
  under.onWrite = (bytes) => {
    if (bytes.length > 100) stripsLeft -= 1;
    if (stripsLeft !== 0 || bytes.length > 100) return;
    under.onWrite = () => {};
    act();
  };
}

describe("a printer that is held up", () => {
  test.each([1_000, 3_000, 7_000, 12_000])(
    "for %i ms right after a job was sent has printed it once, and says so",
    async (heldUpMs) => {
      const under = await printerUnderTest();
      const { clock, printer, paper } = under;
      whenSent(under, 100, () => paper.break({ isHeldUp: true }));
      const printing = printer.print(picture(100));
      await clock.advance(500 + heldUpMs);
      paper.break({ isHeldUp: false });
      expect(await clock.until(printing)).toEqual({ kind: "printed", isVerified: true });
      expect(paper.state()).toMatchObject({ paperCount: 1, uncutRows: 0 });
    },
  );

  test.each([1_000, 3_000, 7_000, 12_000])("for %i ms before a job takes the job afterwards", async (heldUpMs) => {
    const { clock, printer, paper } = await printerUnderTest();
    paper.break({ isHeldUp: true });
    const printing = printer.print(picture(50));
    await clock.advance(heldUpMs);
    paper.break({ isHeldUp: false });
    expect(await clock.until(printing)).toEqual({ kind: "printed", isVerified: true });
    expect(paper.state().paperCount).toBe(1);
  });

  test("in the middle of a job does not lose its connection, however many questions it lets pass", async () => {
    const under = await printerUnderTest();
    const { clock, printer, paper } = under;
    await clock.advance(2_400);
    let wasLost = false;
    printer.onStatusChanged(({ status }) => {
      wasLost ||= status === "unknown";
    });
    whenSent(under, 100, () => paper.break({ isHeldUp: true }));
    const printing = printer.print(picture(100));
    await clock.advance(10_000);
    expect(wasLost).toBe(false);
    paper.break({ isHeldUp: false });
    expect((await clock.until(printing)).kind).toBe("printed");
    expect(wasLost).toBe(false);
  });

  test("does not let its late answers pass for those of another question", async () => {
    const under = await printerUnderTest({ reportsChanges: false });
    const { clock, printer, paper } = under;
    whenSent(under, 100, () => paper.break({ isHeldUp: true }));
    const printing = printer.print(picture(100));
    // The questions of two silences wait unread; their answers come in one go, and the roll is out by then.
    await clock.advance(2_500);
    paper.break({ isPaperOut: true, isHeldUp: false });
    expect(await clock.until(printing)).toEqual({ kind: "unresolved", reason: "paperOut" });
  });

  test("is known as ready in the regular look although one answer was missed", async () => {
    const { clock, printer, paper } = await printerUnderTest();
    const seen: string[] = [];
    printer.onStatusChanged(({ status }) => seen.push(status));
    await clock.advance(1_900);
    paper.break({ isHeldUp: true });
    await clock.advance(1_000);
    paper.break({ isHeldUp: false });
    await clock.advance(4_000);
    expect(seen).toEqual([]);
    expect(printer.latest().status).toBe("ready");
  });
});

describe("a job whose end is not seen", () => {
  test("stays unresolved when the printer was silent for 15 seconds after it", async () => {
    const under = await printerUnderTest();
    const { clock, printer, paper } = under;
    whenSent(under, 50, () => paper.break({ isSilent: true }));
    const printing = printer.print(picture(50));
    let isOver = false;
    void printing.then(() => {
      isOver = true;
    });
    await clock.advance(15_000);
    expect(isOver).toBe(false);
    await clock.advance(2_000);
    expect(await printing).toEqual({ kind: "unresolved", reason: "unknown" });
  });

  test("stays unresolved at once when its connection ended, though the next one answers well", async () => {
    const under = await printerUnderTest();
    const { clock, printer } = under;
    whenSent(under, 50, under.drop);
    const printing = printer.print(picture(50));
    await clock.advance(700);
    expect(await printing).toEqual({ kind: "unresolved", reason: "unknown" });
    await clock.advance(1_000);
    expect(printer.latest().status).toBe("ready");
  });

  test("stays unresolved when the printer was switched off and on before it had printed everything", async () => {
    const under = await printerUnderTest();
    const { clock, printer, paper } = under;
    whenSent(under, 200, () => {
      paper.break({ isHeldUp: true });
      paper.restart();
    });
    const printing = printer.print(picture(200));
    await clock.advance(1_000);
    paper.restart();
    paper.repair();
    expect(await clock.until(printing)).toEqual({ kind: "unresolved", reason: "unknown" });
    expect((await clock.until(printer.print(picture(20)))).kind).toBe("printed");
  });

  test("is printed but not verified where a long silence cannot be told from a printer that started anew", async () => {
    const under = await printerUnderTest({ reportsChanges: false });
    const { clock, printer, paper } = under;
    whenSent(under, 50, () => paper.break({ isHeldUp: true }));
    const printing = printer.print(picture(50));
    await clock.advance(10_000);
    paper.repair();
    expect(await clock.until(printing)).toEqual({ kind: "printed", isVerified: false });
  });
});

describe("status bytes that a picture draws out of a printer", () => {
  /** Every third byte triple asks for the state of the printer itself, which is always well. */
  const drawing = Uint8Array.from({ length: ROW_BYTES * 48 }, (_, index) => [0x10, 0x04, 0x01][index % 3] ?? 0);

  test.each([true, false])(
    "do not hide that the paper ended behind it (reports by itself: %s)",
    async (reportsChanges) => {
      const under = await printerUnderTest({ reportsChanges });
      const { clock, printer, paper } = under;
      let hasBegun = false;
      under.onWrite = (bytes) => {
        if (bytes.length < 100 || hasBegun) return;
        hasBegun = true;
        paper.break({ isHeldUp: true });
      };
      const printing = printer.print({ widthDots: 576, heightDots: 48, data: drawing });
      await clock.advance(1_500);
      paper.break({ rowsLeft: 60, isHeldUp: false });
      expect(await clock.until(printing)).toEqual({ kind: "unresolved", reason: "paperOut" });
    },
  );

  test("are not waited for where a printer does not carry out what stands in pictures", async () => {
    const under = await printerUnderTest();
    const { clock, printer, paper } = under;
    const asked: Uint8Array[] = [];
    under.onWrite = (bytes) => isQuestion(bytes) && asked.push(bytes);
    paper.break({ ignoresQuestionsInPictures: true });
    const outcome = await clock.until(printer.print({ widthDots: 576, heightDots: 48, data: drawing }));
    expect(outcome).toEqual({ kind: "printed", isVerified: true });
    expect(asked.length).toBeLessThan(10);
  });
});
