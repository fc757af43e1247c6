import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { configSchema } from "#controller/config/configSchema.ts";
import { describeIssues } from "#controller/config/describeIssues.ts";
import { KioskConfig } from "#controller/config/kioskConfig.ts";
import { loadConfig } from "#controller/config/loadConfig.ts";
import { createStaffDirectory } from "#controller/credentials/staff.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const configFolder = fileURLToPath(new URL("../../../config/", import.meta.url));
const read = (name: string) => JSON.parse(readFileSync(join(configFolder, name), "utf8"));

/** The desk's configuration with one value set, by path. */
function deskWith(path: readonly (string | number)[], value: unknown): unknown {
  const config = read("desk.json");
  let place = config;
  for (const key of path.slice(0, -1)) place = place[key];
  place[path.at(-1) ?? ""] = value;
  return config;
}

function problemsOf(input: unknown): string[] {
  const parsed = KioskConfig.safeParse(input);
  return parsed.success ? [] : describeIssues(parsed.error, input);
}

describe("the configuration", () => {
  it("takes the desk's configuration, with every file that it names", () => {
    const loaded = loadConfig(join(configFolder, "desk.json"));
    expect(loaded.ok ? [] : loaded.error).toEqual([]);
    if (!loaded.ok) return;
    expect(loaded.value.config.timing.patienceMs).toBe(60_000);
    expect(loaded.value.config.keysDir).toBe(join(loaded.value.config.dataDir, "keys"));
    expect(loaded.value.config.cabinet.modules.flatMap((m) => (m.kind === "doors" ? m.doors : []))).toHaveLength(24);
  });

  it("takes the desk's machine that nobody has commissioned, and does not know its doors", () => {
    const folder = scratchFolder();
    const loaded = loadConfig(join(configFolder, "new-machine.json"), { dataDir: folder });
    expect(loaded.ok ? loaded.value.config : loaded.error).toMatchObject({
      hardwareSource: "none",
      wires: [],
      desk: { machine: { wires: [{ path: "simulator:left" }, { path: "simulator:right" }] } },
    });
  });

  it.each([
    [["wires", 0, "path"], "/dev/ttyS0", 'desk.machine.wires[0].path: must be a name that begins with "simulator:".'],
    [
      ["wires", 1, "path"],
      "simulator:left",
      'desk.machine.wires[1].path: is the port of another wire too: "simulator:left".',
    ],
    [
      ["cabinet", "modules", 0, "doors", 0, "channel"],
      9,
      'desk.machine.cabinet.modules[0].doors[0].channel: is 9, but board "left" has 8 channels.',
    ],
  ])("names what is wrong with a simulated machine at %j", (path, value, sentence) => {
    const config = read("new-machine.json");
    let place = config.desk.machine;
    for (const key of path.slice(0, -1)) place = place[key];
    place[path.at(-1) ?? ""] = value;
    expect(problemsOf(config)).toEqual([sentence]);
  });

  it("does not let a kiosk know the simulated machine that it has to find", () => {
    const { cabinet, wires } = read("desk.json");
    expect(problemsOf({ ...read("new-machine.json"), cabinet, wires })).toEqual([
      "desk.machine: is for a kiosk that does not know its boards: leave out cabinet and wires.",
    ]);
  });

  it("takes the example for a real machine", () => {
    expect(problemsOf(read("kiosk.example.json"))).toEqual([]);
  });

  it("has a JSON schema beside it that is in step", () => {
    expect(read("kiosk.schema.json")).toEqual(JSON.parse(JSON.stringify(configSchema())));
  });

  it("has sample cards and PINs that its staff file knows", async () => {
    const staff = createStaffDirectory(read("desk-staff.json"));
    for (const { kind, text, pin } of read("desk-cards.json")) {
      if (pin === undefined) continue;
      expect(staff.verifyCard(text)?.role).toBe(kind);
      expect(await staff.verifyPin(text, pin)).toBe(true);
      expect(await staff.verifyPin(text, "000000")).toBe(false);
    }
  });

  const door = ["cabinet", "modules", 2, "doors", 0];
  it.each([
    [["kioskNumber"], 0, "kioskNumber: must be at least 1 (is 0)."],
    [["kioskNumber"], undefined, "kioskNumber: is missing."],
    [["kioskNumbr"], 1, "kioskNumbr: is not a known setting. Check its spelling."],
    [["dataDir"], 7, "dataDir: must be a text (is 7)."],
    [[...door, "heightMm"], 30, "cabinet.modules[2].doors[0].heightMm: must be at least 40 (is 30)."],
    [[...door, "hinge"], "top", 'cabinet.modules[2].doors[0].hinge: must be "left" or "right".'],
    [["office", "name", "zh"], undefined, "office.name.zh: is missing."],
    [["office", "timeZone"], "Asia/Saigong", /^office\.timeZone: must be an IANA time zone/],
    [["backOffice", "url"], "ftp://x", /^backOffice\.url: must be an address that begins with https/],
    [["wires", 0, "path"], "/dev/ttyUSB0", /^wires\[0\]: must have either "path"/],
    [["printer", "kind"], "laser", /^printer\.kind: is none of the allowed kinds/],
    [["timing"], { warningMs: 5_000 }, "timing.warningMs: must be at least 20000 (is 5000)."],
    // Cross-checks
    [
      [...door, "compartmentNumber"],
      1,
      "cabinet.modules[2].doors[0].compartmentNumber: stands on another door too: 1.",
    ],
    [[...door, "board"], "Z", 'cabinet.modules[2].doors[0].board: names a board that no wire has: "Z".'],
    [
      [...door, "channel"],
      1,
      'cabinet.modules[2].doors[0].channel: is the lock of compartment 1 already (board "A", channel 1).',
    ],
    [
      ["wires", 0, "boards", 1, "channels"],
      7,
      'cabinet.modules[3].doors[7].channel: is 8, but board "B" has 7 channels.',
    ],
    [["wires", 0, "boards", 1, "address"], 0, "wires[0].boards[1].address: is used twice on this wire: 0."],
    [
      ["wires", 0, "boards", 1, "address"],
      15,
      "wires[0].boards[1].address: is 15, but kerong-cu16 boards have 0 to 14.",
    ],
    [
      ["wires", 0, "boards", 0, "channels"],
      24,
      "wires[0].boards[0].channels: is 24, but kerong-cu16 boards have 16 at most.",
    ],
    [
      ["wires", 0, "boards", 1, "calibration"],
      { at: "2026-11-20", by: "KT-1", channel: 9 },
      "wires[0].boards[1].calibration.channel: is 9, but the board has 8 channels.",
    ],
    [["wires", 0, "boards", 1, "feedback"], "both", 'wires[0].boards[1].feedback: must be "closing" or "opening".'],
  ])("names the wrong value at %j", (path, value, sentence) => {
    const problems = problemsOf(deskWith(path, value));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });

  it("does not repeat texts, which may be secret", () => {
    const problems = problemsOf(deskWith(["backOffice", "enrolmentCode"], "short"));
    expect(problems).toEqual(["backOffice.enrolmentCode: must have a length of at least 8."]);
  });

  it("says which file cannot be read, which is not JSON, and which names nobody", () => {
    const folder = scratchFolder();
    const path = join(folder, "kiosk.json");
    expect(loadConfig(path)).toMatchObject({ ok: false, error: [expect.stringContaining("cannot be read")] });
    writeFileSync(path, "{ kiosk: 1 }");
    expect(loadConfig(path)).toMatchObject({ ok: false, error: [expect.stringContaining("is not JSON")] });
    mkdirSync(join(folder, "catalogue"));
    for (const name of ["catalogue/procedures.json", "desk-staff.json", "desk-cards.json"])
      writeFileSync(join(folder, name), JSON.stringify(read(name)));
    writeFileSync(path, JSON.stringify(deskWith(["commissioning", "seenEmptyBy"], "CB-999")));
    const loaded = loadConfig(path);
    expect(loaded.ok).toBe(false);
    expect(!loaded.ok && loaded.error).toEqual([
      expect.stringMatching(/calendar-2026\.json: cannot be read/),
      expect.stringMatching(/commissioning\.seenEmptyBy: names nobody in the staff file\.$/),
    ]);
  });
});
