import { cpSync, rmSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OfficeServer, RawKiosk } from "../../support/officeServer.ts";
import { until } from "../../support/until.ts";

let office: OfficeServer;
let kiosk: RawKiosk;

beforeEach(async () => {
  office = await new OfficeServer().start();
  kiosk = new RawKiosk(office);
  await kiosk.enrol();
});
afterEach(() => office.remove());

/** Announces a dossier from the counter: an order to the kiosk. */
async function announce(officialCode: string): Promise<void> {
  const { headers } = await office.signIn();
  const body = JSON.stringify({
    kioskNumber: kiosk.kioskNumber,
    officialCode: `H29-261116-${officialCode}`,
    name: "",
    phone: "",
    secondValue: "1234",
  });
  const response = await fetch(`${office.baseUrl}/api/v1/announcements`, { method: "POST", headers, body });
  expect(response.status).toBe(200);
}

/** Starts anew; kept connections of the test's own client to the server before are used up. */
async function restart(): Promise<void> {
  await office.start();
  const isReached = () =>
    fetch(office.baseUrl).then(
      () => true,
      () => false,
    );
  await until(isReached, { what: "the back office answers", everyMs: 5 });
}

/** What the kiosk gets that has taken orders up to this number. */
async function delivered(takenUpTo: number): Promise<[number: number, officialCode: string][]> {
  const answer = await kiosk.send([], { ordersTakenUpTo: takenUpTo });
  if (answer.result !== "accepted") throw new Error(answer.message);
  return answer.orders.map(({ number, officialCode }) => [number, officialCode.replace("H29-261116-", "")]);
}

test("orders go on from the number up to which the kiosk has them", async () => {
  for (const code of ["0001", "0002", "0003"]) await announce(code);
  expect(await delivered(0)).toEqual([
    [1, "0001"],
    [2, "0002"],
    [3, "0003"],
  ]);
  expect(await delivered(2)).toEqual([[3, "0003"]]);
  expect(await delivered(3)).toEqual([]);
});

test("an order of a back office that was put back to an older copy reaches the kiosk all the same", async () => {
  await announce("0001");
  expect(await delivered(0)).toEqual([[1, "0001"]]);
  await office.stop();
  const copy = `${office.dataDir}-copy`;
  cpSync(office.dataDir, copy, { recursive: true });
  await restart();
  await announce("0012");
  await announce("0013");
  expect(await delivered(1)).toHaveLength(2);
  await office.stop();
  rmSync(office.dataDir, { recursive: true });
  cpSync(copy, office.dataDir, { recursive: true });
  rmSync(copy, { recursive: true });
  await restart();
  // It gives the numbers 2 and 3 away once more before it hears of the kiosk, which has taken 3.
  await announce("0002");
  await announce("0003");
  expect(await delivered(3)).toEqual([
    [4, "0002"],
    [5, "0003"],
  ]);
  await announce("0004");
  expect(await delivered(5)).toEqual([[6, "0004"]]);
});
