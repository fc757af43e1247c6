import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import WebSocket from "ws";
import { type ChannelOptions, createChannel } from "#controller/channel/createChannel.ts";
import { createLogger } from "#controller/logger.ts";
import { CHANNEL_PATH, type Setup, type Snapshot } from "#core/contract/channel.ts";
import { systemClock } from "#device/transport/systemClock.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

const words = { vi: "a", en: "a", zh: "a" };
const setup: Setup = {
  kioskNumber: 1,
  office: { name: words, shortName: "a", hotline: "1", address: words },
  cabinet: { plinthMm: 0, modules: [] },
  screen: { widthMm: 268, heightMm: 476 },
  catalogue: [],
  notices: [],
  timeZone: "Asia/Ho_Chi_Minh",
  consentVersion: "1",
};
const key = randomBytes(32);
/** What goes with the text of a code that the camera read. */
const scanned = { type: "scan", source: "camera", symbology: "qrCode" } as const;

function snapshot(revision: number): Snapshot {
  return {
    revision,
    screen: { name: "procedure" },
    visitId: "v",
    preferences: { language: "vi", textSize: 2, contrast: "normal" },
    doors: [],
    nowMs: 0,
    wantsScan: false,
    network: "online",
  };
}

async function openChannel(options: Partial<ChannelOptions> = {}) {
  const pagesFolder = scratchFolder();
  writeFileSync(join(pagesFolder, "index.html"), "<!doctype html><title>kiosk</title>");
  mkdirSync(join(pagesFolder, "desk"));
  writeFileSync(join(pagesFolder, "desk", "index.html"), "<!doctype html><title>desk</title>");
  const lines: string[] = [];
  const listener = { onIntent: vi.fn(), onScan: vi.fn(), onCamera: vi.fn() };
  const channel = await createChannel({
    port: 0,
    setup,
    listener,
    clock: systemClock(),
    logger: createLogger({ destination: { write: (line) => void lines.push(line) } }),
    session: { key, randomBytes, isLaunchReusable: false },
    pagesFolder,
    pictureFor: (paperId) => (paperId === "a".repeat(32) ? Buffer.from("PNG") : undefined),
    ...options,
  });
  onTestFinished(() => channel.close());
  return { channel, listener, lines };
}

async function launch(url: string): Promise<{ readonly status: number; readonly cookie: string; readonly to: string }> {
  const response = await fetch(url, { redirect: "manual" });
  const cookie = (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return { status: response.status, cookie, to: response.headers.get("location") ?? "" };
}

function connect(origin: string, headers: Record<string, string>) {
  const socket = new WebSocket(origin.replace("http", "ws") + CHANNEL_PATH, { headers: { origin, ...headers } });
  onTestFinished(() => socket.terminate());
  const messages: { type: string; snapshot?: Snapshot }[] = [];
  const closed: number[] = [];
  socket.on("message", (data) => messages.push(JSON.parse(String(data))));
  socket.on("close", (code) => closed.push(code));
  const opened = new Promise<"open" | string>((resolve) => {
    socket.on("open", () => resolve("open"));
    socket.on("error", (error) => resolve(error.message));
  });
  return { socket, messages, closed, opened };
}

describe("letting a page in", () => {
  it("exchanges a launch code for a cookie that scripts cannot read, and drops the code from the address", async () => {
    const { channel } = await openChannel();
    const response = await fetch(channel.launchUrl("/desk/"), { redirect: "manual" });
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/desk/");
    const cookie = response.headers.get("set-cookie") ?? "";
    expect(cookie).toContain(`kiosk-session-${new URL(channel.origin).port}=`);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
  });

  it("refuses a launch code that was used, is wrong or is missing", async () => {
    const { channel } = await openChannel();
    const url = channel.launchUrl();
    expect((await launch(url)).status).toBe(302);
    expect((await launch(url)).status).toBe(403);
    expect((await launch(`${channel.origin}/?launch=guess`)).status).toBe(403);
    const page = await fetch(channel.origin);
    expect(page.status).toBe(403);
    expect(await page.text()).toContain("kiosk");
  });

  it("lets a page that was let in load its first address again", async () => {
    const { channel } = await openChannel();
    const url = channel.launchUrl();
    const { cookie } = await launch(url);
    const again = await fetch(url, { redirect: "manual", headers: { cookie } });
    expect(again.status).toBe(302);
  });

  it("takes a code several times where the desk says so", async () => {
    const { channel } = await openChannel({ session: { key, randomBytes, isLaunchReusable: true } });
    const url = channel.launchUrl();
    expect([(await launch(url)).status, (await launch(url)).status]).toEqual([302, 302]);
  });

  it("still knows the page after a restart of the controller, and not with another key", async () => {
    const first = await openChannel();
    const { cookie } = await launch(first.channel.launchUrl());
    const value = cookie.split("=").slice(1).join("=");
    const nextCookie = (origin: string) => `kiosk-session-${new URL(origin).port}=${value}`;
    const { channel } = await openChannel();
    expect((await fetch(channel.origin, { headers: { cookie: nextCookie(channel.origin) } })).status).toBe(200);
    const other = await openChannel({ session: { key: randomBytes(32), randomBytes, isLaunchReusable: false } });
    const refused = await fetch(other.channel.origin, { headers: { cookie: nextCookie(other.channel.origin) } });
    expect(refused.status).toBe(403);
  });

  it("serves pages under a policy that runs no inline script", async () => {
    const { channel } = await openChannel();
    const { cookie } = await launch(channel.launchUrl());
    for (const path of ["/", "/desk/"]) {
      const page = await fetch(channel.origin + path, { headers: { cookie } });
      expect(page.status).toBe(200);
      const policy = page.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(page.headers.get("cache-control")).toBe("no-store");
    }
    const outside = await fetch(`${channel.origin}/..%2f..%2fetc/passwd`, { headers: { cookie } });
    expect(outside.status).toBeGreaterThanOrEqual(400);
  });

  it("refuses another host name, as a rebound address would carry", async () => {
    const { channel } = await openChannel();
    const { cookie } = await launch(channel.launchUrl());
    const { opened } = connect(channel.origin, { cookie, host: "evil.example" });
    expect(await opened).toContain("403");
  });

  it("shows a paper's picture with the cookie only", async () => {
    const { channel } = await openChannel();
    const { cookie } = await launch(channel.launchUrl());
    const url = `${channel.origin}/paper/${"a".repeat(32)}.png`;
    const picture = await fetch(url, { headers: { cookie } });
    expect(picture.headers.get("content-type")).toBe("image/png");
    expect(picture.headers.get("cache-control")).toBe("no-store");
    expect((await fetch(url)).status).toBe(403);
    expect((await fetch(url.replaceAll("a", "b"), { headers: { cookie } })).status).toBe(404);
  });

  it("says which port is taken", async () => {
    const { channel } = await openChannel();
    const port = Number(new URL(channel.origin).port);
    await expect(openChannel({ port })).rejects.toThrow(`Port ${port} is in use by another program.`);
  });
});

describe("the channel", () => {
  async function openPage() {
    const parts = await openChannel();
    const { cookie } = await launch(parts.channel.launchUrl());
    const page = connect(parts.channel.origin, { cookie });
    expect(await page.opened).toBe("open");
    await vi.waitFor(() => expect(page.messages[0]?.type).toBe("setup"));
    return { ...parts, cookie, page };
  }

  it("refuses a connection without cookie, with a foreign origin, and without an origin", async () => {
    const { channel } = await openChannel();
    const { cookie } = await launch(channel.launchUrl());
    expect(await connect(channel.origin, {}).opened).toContain("403");
    expect(await connect(channel.origin, { cookie, origin: "https://evil.example" }).opened).toContain("403");
    expect(await connect(channel.origin, { cookie, origin: "http://127.0.0.1:1" }).opened).toContain("403");
    const bare = new WebSocket(channel.origin.replace("http", "ws") + CHANNEL_PATH, { headers: { cookie } });
    const outcome = await new Promise<string>((resolve) => {
      bare.on("open", () => resolve("open"));
      bare.on("error", (error) => resolve(error.message));
    });
    expect(outcome).toContain("403");
  });

  it("sends the setup and the newest snapshot to each page, then every further one", async () => {
    const { channel, page, cookie } = await openPage();
    channel.publish(snapshot(7));
    await vi.waitFor(() => expect(page.messages.at(-1)?.snapshot?.revision).toBe(7));
    const reloaded = connect(channel.origin, { cookie });
    await vi.waitFor(() => expect(reloaded.messages.map(({ type }) => type)).toEqual(["setup", "snapshot"]));
    expect(reloaded.messages[1]?.snapshot?.revision).toBe(7);
  });

  it("hands over intents with the revision that the person saw, scans and the camera's state", async () => {
    const { page, listener } = await openPage();
    page.socket.send(JSON.stringify({ type: "intent", revision: 3, intent: { kind: "startIntake" } }));
    page.socket.send(JSON.stringify({ ...scanned, text: "TUI-000127" }));
    page.socket.send(JSON.stringify({ type: "scan", source: "keyboard", symbology: "unknown" }));
    page.socket.send(JSON.stringify({ type: "camera", state: "on" }));
    await vi.waitFor(() => expect(listener.onCamera).toHaveBeenCalledWith("on"));
    expect(listener.onIntent).toHaveBeenCalledExactlyOnceWith(3, { kind: "startIntake" });
    expect(listener.onScan).toHaveBeenCalledTimes(2);
    expect(listener.onScan).toHaveBeenCalledWith({ source: "camera", symbology: "qrCode", text: "TUI-000127" });
    expect(listener.onScan).toHaveBeenCalledWith({ source: "keyboard", symbology: "unknown", text: undefined });
    page.socket.close();
    await vi.waitFor(() => expect(listener.onCamera).toHaveBeenLastCalledWith("off"));
  });

  it("replaces an older page by a newer one and listens to the older no more", async () => {
    const { channel, page, cookie, listener } = await openPage();
    const newer = connect(channel.origin, { cookie });
    await vi.waitFor(() => expect(page.messages.at(-1)?.type).toBe("replaced"));
    await vi.waitFor(() => expect(page.closed).toHaveLength(1));
    await newer.opened;
    newer.socket.send(JSON.stringify({ ...scanned, text: "x" }));
    await vi.waitFor(() => expect(listener.onScan).toHaveBeenCalledOnce());
    expect(channel.hasPage).toBe(true);
  });

  it.each([
    ["no JSON", "{"],
    ["an unknown intent", JSON.stringify({ type: "intent", revision: 1, intent: { kind: "openEverything" } })],
    ["a field too many", JSON.stringify({ ...scanned, text: "x", and: 1 })],
    ["an empty scan", JSON.stringify({ ...scanned, text: "" })],
    ["a scan from nowhere", JSON.stringify({ type: "scan", text: "x" })],
  ])("cuts off a page that sends %s, without logging what it sent", async (_, message) => {
    const { page, listener, lines } = await openPage();
    page.socket.send(message);
    await vi.waitFor(() => expect(page.closed).toEqual([1008]));
    expect(listener.onIntent).not.toHaveBeenCalled();
    expect(lines.join()).not.toContain("openEverything");
  });

  it("cuts off a page whose message is too long", async () => {
    const { page, listener } = await openPage();
    page.socket.send(JSON.stringify({ ...scanned, text: "x".repeat(40_000) }));
    await vi.waitFor(() => expect(page.closed).toEqual([1009]));
    expect(listener.onScan).not.toHaveBeenCalled();
  });

  it("cuts off a page that floods it", async () => {
    const { page, listener } = await openPage();
    for (let i = 0; i < 200; i += 1) page.socket.send(JSON.stringify({ ...scanned, text: "x" }));
    await vi.waitFor(() => expect(page.closed).toEqual([1008]));
    expect(listener.onScan.mock.calls.length).toBeLessThan(100);
  });
});
