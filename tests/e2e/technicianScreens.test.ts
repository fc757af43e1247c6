import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { PageMessage } from "#core/contract/channel.ts";
import { axeSource, openGalleryBrowser } from "#tests/support/galleryBrowser.ts";
import { faultsOfScreen, seriousViolations } from "#tests/support/screenFaults.ts";

const { browser, gallery } = openGalleryBrowser();

/** What a technician touches on a fixture, key after key, and the intents that must come of it. */
const walks = [
  {
    fixture: "technicianCabinet",
    touches: ["Ngăn 21: đóng, trống", "Thử đóng mở", "5 lượt"],
    intents: [{ kind: "cycleDoor", compartmentNumber: 21, rounds: 5 }],
  },
  {
    fixture: "technicianCabinet",
    touches: ["Ngăn 6: đóng, trống", "Tạm ngưng", "Dây bị lỗi"],
    intents: [{ kind: "takeOutOfService", compartmentNumber: 6, reason: "cabling" }],
  },
  {
    fixture: "technicianCabinet",
    touches: ["Mở khẩn cấp mọi ngăn", "Mở mọi ngăn, cần hai người"],
    intents: [{ kind: "startEvacuation" }],
  },
  {
    fixture: "technicianWiresTroubles",
    touches: ["ttyS1", "Dừng dòng", "Lưu bản tin"],
    intents: [{ kind: "saveTrace" }],
  },
  {
    fixture: "technicianDevices",
    touches: ["Máy quét hid sẵn sàng", "Thử máy quét"],
    intents: [{ kind: "runTest", test: { kind: "scanner", name: "hid" } }],
  },
  {
    fixture: "technicianWizardBoards",
    touches: ["Thêm bo bằng tay", "WKLY", "Thêm: Địa chỉ gạt", "Thêm bo này"],
    intents: [
      {
        kind: "commission",
        step: {
          kind: "addBoard",
          port: "/dev/serial/by-id/usb-FTDI_USB-RS485_Cable_FT4XKQ2A-if00-port0",
          family: "wkly",
          baudRate: 9_600,
          address: 1,
          channels: 24,
        },
      },
    ],
  },
  {
    fixture: "technicianWizardOpened",
    touches: ["Thêm: Số trên cửa", "XL, 360 mm", "Ghi ngăn 12"],
    intents: [
      {
        kind: "commission",
        step: { kind: "nameDoor", board: "A", channel: 11, compartmentNumber: 12, column: 2, heightMm: 360 },
      },
    ],
  },
  {
    fixture: "technicianWizardSummary",
    touches: ["Bo A, kênh 13: không dùng", "Không đổi gì", "Bỏ dở", "Làm tiếp", "Lưu và đưa vào dùng"],
    intents: [{ kind: "commission", step: { kind: "save" } }],
  },
] as const;

describe("the technician's keys", () => {
  it.each([
    { name: "1080 x 1920", viewport: { width: 1080, height: 1920 } },
    { name: "1280 x 800", viewport: { width: 1280, height: 800 } },
  ])("ask for what they say, and every page on the way can be read and reached at $name", async ({ viewport }) => {
    const page = await browser().newPage({ viewport, reducedMotion: "reduce" });
    const sent = messagesOf(page);
    for (const { fixture, touches, intents } of walks) {
      await page.goto(`${gallery().url}?lang=vi&screen=${fixture}`);
      await page.addScriptTag({ content: axeSource });
      sent.length = 0;
      const faults: string[] = [];
      for (const touch of touches) {
        await page.getByRole("button", { name: touch, exact: true }).first().click();
        for (const fault of await faultsOfScreen(page)) faults.push(`${touch}: ${fault}`);
        for (const violation of await seriousViolations(page)) faults.push(`${touch}: ${violation}`);
      }
      expect(faults, fixture).toEqual([]);
      await expect.poll(() => intentsOf(sent), { message: fixture }).toEqual(intents);
    }
    await page.close();
  });
});

/** The gallery writes what would be sent to the console. */
function messagesOf(page: Page): unknown[] {
  const sent: unknown[] = [];
  page.on("console", (message) => {
    if (message.type() !== "info") return;
    for (const argument of message.args()) void argument.jsonValue().then((value) => sent.push(value));
  });
  return sent;
}

/** Without the signs of life that any touch gives. */
function intentsOf(sent: readonly unknown[]): unknown[] {
  return sent
    .map((message) => PageMessage.parse(message))
    .flatMap((message) => (message.type === "intent" && message.intent.kind !== "keepAlive" ? [message.intent] : []));
}
