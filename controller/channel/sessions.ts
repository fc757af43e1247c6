import { createHmac, timingSafeEqual } from "node:crypto";

export interface SessionOptions {
  /** 32 secret bytes that stay the same over restarts, so that a page which was let in reconnects by itself. */
  readonly key: Uint8Array;
  readonly randomBytes: (count: number) => Uint8Array;
  /** True on a desk: whoever reads the printed address may open it in one browser after the other. */
  readonly isLaunchReusable: boolean;
  /** True for a closed kiosk, whose one screen holds nothing that a page of this machine may not see. */
  readonly isOpenToAll?: boolean;
}

/** Who may talk to the controller: a page that came with a launch code, and from then on its cookie. */
export interface Sessions {
  /** A launch code for one address. At most 16 unused ones are kept; the oldest lapses. */
  mintLaunchCode(): string;
  /** Exchanges a launch code for the value of a session cookie; undefined where the code is wrong or was used. */
  redeem(launchCode: string): string | undefined;
  isGenuine(cookie: string | undefined): boolean;
}

const UNUSED_CODES = 16;

export function createSessions({ key, randomBytes, isLaunchReusable, isOpenToAll }: SessionOptions): Sessions {
  const codes = new Set<string>();
  const tagOf = (id: string): string => createHmac("sha256", key).update(`session/${id}`).digest("base64url");
  const random = (): string => Buffer.from(randomBytes(16)).toString("base64url");
  return {
    mintLaunchCode: () => {
      const code = random();
      const oldest = codes.size >= UNUSED_CODES ? codes.keys().next() : undefined;
      if (oldest?.done === false) codes.delete(oldest.value);
      codes.add(code);
      return code;
    },
    redeem: (launchCode) => {
      if (!codes.has(launchCode)) return undefined;
      if (!isLaunchReusable) codes.delete(launchCode);
      const id = random();
      return `${id}.${tagOf(id)}`;
    },
    isGenuine: (cookie) => {
      if (isOpenToAll) return true;
      const [id = "", tag = ""] = (cookie ?? "").split(".");
      const expected = Buffer.from(tagOf(id));
      const given = Buffer.from(tag);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
