/** Where the shell goes. */
export type Launch = {
  /** First address; may carry a launch code that works once. */
  readonly firstUrl: string;
  /** Address after a crash: the same page without the code, which is used up; the cookie it gave still holds. */
  readonly againUrl: string;
  readonly origin: string;
  /** A window on a desk instead of the whole screen. */
  readonly isWindowed: boolean;
};

const LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Reads the launch from the first argument that is an address, else from KIOSK_LAUNCH_URL; KIOSK_WINDOWED=1 asks for a
 * window. Throws a sentence when there is none, or when it does not lie on this machine.
 */
export function readLaunch(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Launch {
  const text = args.find((argument) => /^https?:\/\//.test(argument)) ?? env.KIOSK_LAUNCH_URL;
  if (!text || !URL.canParse(text)) {
    throw new Error("The shell needs the controller's launch address, as argument or in KIOSK_LAUNCH_URL.");
  }
  const url = new URL(text);
  if (!["http:", "https:"].includes(url.protocol) || !LOOPBACK_HOSTS.includes(url.hostname)) {
    throw new Error(`The shell shows only pages of this machine, not of "${url.host}".`);
  }
  return {
    firstUrl: url.href,
    againUrl: url.origin + url.pathname,
    origin: url.origin,
    isWindowed: env.KIOSK_WINDOWED === "1",
  };
}
