import { describe, expect, it } from "vitest";
import { createLogger } from "#controller/logger.ts";

function lineOf(log: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  log(createLogger({ destination: { write: (line) => void lines.push(line) } }));
  return lines.join("");
}

describe("the logger", () => {
  it("writes one JSON object a line", () => {
    const line = lineOf((logger) => logger.info({ compartmentNumber: 14 }, "Compartment opened."));
    expect(JSON.parse(line)).toMatchObject({ level: 30, compartmentNumber: 14, msg: "Compartment opened." });
  });

  it("removes what may be personal or secret, also inside other fields", () => {
    const person = { name: "Nguyễn Văn An", phone: "0901234567", idNumber: "079085000011" };
    const line = lineOf((logger) => logger.info({ ...person, at: { ...person, deeper: person }, pin: "246813" }, "x"));
    for (const secret of [...Object.values(person), "246813"]) expect(line).not.toContain(secret);
  });

  it("tells of an error where it arose, not what it was about", () => {
    const line = lineOf((logger) => logger.error({ err: new RangeError("bad value 0901234567") }, "A step failed."));
    expect(line).not.toContain("0901234567");
    expect(JSON.parse(line).err).toMatchObject({ kind: "RangeError", places: expect.any(Array) });
  });
});
