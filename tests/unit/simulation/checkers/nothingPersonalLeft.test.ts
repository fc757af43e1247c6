import { describe, expect, it } from "vitest";
import { NothingPersonalLeft, type VisitRow } from "#simulation/checkers/nothingPersonalLeft.ts";
import { SecretsHeard } from "#simulation/checkers/secretsHeard.ts";
import { CheckedScene } from "#tests/support/checkedScene.ts";
import { idOf } from "#tests/support/flowWorld.ts";

/** An stands there and typed name, number and telephone. */
function withAn(row?: VisitRow): CheckedScene {
  const secrets = new SecretsHeard((person) => person === "CB-01");
  secrets.present("An");
  secrets.touched({ kind: "enterIdentity", name: "Nguyễn Văn An", idNumber: "079090000001" });
  secrets.touched({ kind: "enterPhone", phone: "0901234567" });
  const scene = new CheckedScene(new NothingPersonalLeft(secrets, row));
  scene.present("An");
  return scene;
}

const phoneShown = { name: "phoneReadBack", phone: "0901234567" } as const;
const nameShown = { name: "phone", personName: "Nguyễn Văn An" } as const;

describe("the checker of personal data", () => {
  it("finds a telephone number in the open part of an event", () => {
    const scene = withAn();
    const assigned = { dossierId: idOf("dossier"), officialCode: "H29-0901234567" };
    scene.log({
      type: "dossierAnnounced",
      payload: { ...assigned, source: "directory" },
      personal: { secondValue: "1" },
    });
    expect(scene.violations).toEqual([expect.stringContaining('"0901234567" of An stands in event')]);
  });

  it("finds a name in a line of the log, and not a number that only begins like one of theirs", () => {
    const scene = withAn();
    scene.see({ kind: "logLine", text: '{"msg":"ticket 09012345678 of card 0790900000012","at":1772380800000}' });
    expect(scene.violations).toEqual([]);
    scene.see({ kind: "logLine", text: '{"msg":"Bà Nguyễn Văn An was here"}' });
    expect(scene.violations).toEqual([expect.stringContaining('"Nguyễn Văn An" of An stands in a line of the log')]);
  });

  it("lets people read what they typed, and staff", () => {
    const scene = withAn();
    scene.screen(phoneShown);
    scene.present("CB-01");
    scene.screen(nameShown, "exchange");
    expect(scene.violations).toEqual([]);
  });

  it("finds it on the screen of the next person", () => {
    const scene = withAn();
    scene.screen(phoneShown);
    scene.present("Bình");
    scene.screen(nameShown, "next visit");
    expect(scene.violations).toEqual([expect.stringContaining('is on the screen "phone"')]);
  });

  it("finds the row of a visit that is over, and none while it goes on", () => {
    let isThere = true;
    const scene = withAn({ isThere: () => isThere });
    scene.screen(phoneShown);
    expect(scene.violations).toEqual([]);
    scene.home();
    expect(scene.violations).toEqual([expect.stringContaining("row is still in the database")]);
    isThere = false;
    scene.home();
    expect(scene.violations).toHaveLength(1);
  });
});
