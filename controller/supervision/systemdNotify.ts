import { spawn } from "node:child_process";

/** What a service may tell its manager (`sd_notify`). */
export interface ServiceNews {
  readonly isReady?: true;
  readonly isStopping?: true;
  /** The service is well; the manager's watchdog begins anew. */
  readonly isAlive?: true;
  /** One line for `systemctl status`. */
  readonly status?: string;
}

/** The service manager that started this program. */
export interface ServiceManager {
  /** Within this time it must hear `isAlive`, milliseconds; undefined where it does not watch. */
  readonly watchdogMs: number | undefined;
  /** Resolves with undefined once the news were handed over, or with what went wrong. Never rejects. */
  tell(news: ServiceNews): Promise<string | undefined>;
}

/** A manager that does not take the news in this time is not waited for, milliseconds. */
const TELL_WITHIN_MS = 5_000;
const LONGEST_STATUS = 200;

/**
 * The manager that the environment names, or undefined where there is none: on a desk, in a test.
 *
 * News go through Debian's `systemd-notify`, since Node has no datagram sockets of the Unix kind; the service file needs
 * `NotifyAccess=all`, because the news come from a child. The program waits until the manager has taken them, so that they
 * are still known to come from this service. `WATCHDOG_PID` is not looked at: it names whatever the service file starts,
 * which may be npm.
 */
export function serviceManager(env: Readonly<Record<string, string | undefined>>): ServiceManager | undefined {
  const { NOTIFY_SOCKET: socket, WATCHDOG_USEC: watchdogUsec } = env;
  if (socket === undefined || socket === "") return undefined;
  const watchdogMs = Number(watchdogUsec) / 1_000;
  return {
    watchdogMs: Number.isFinite(watchdogMs) && watchdogMs > 0 ? watchdogMs : undefined,
    tell: (news) => run(newsLines(news), { PATH: env.PATH, NOTIFY_SOCKET: socket }),
  };
}

/** The news as `NAME=VALUE`; a status stays one line of bounded length. */
export function newsLines({ isReady, isStopping, isAlive, status }: ServiceNews): readonly string[] {
  return [
    ...(isReady ? ["READY=1"] : []),
    ...(isStopping ? ["STOPPING=1"] : []),
    ...(isAlive ? ["WATCHDOG=1"] : []),
    ...(status === undefined ? [] : [`STATUS=${status.replace(/\s+/g, " ").slice(0, LONGEST_STATUS)}`]),
  ];
}

function run(lines: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn("systemd-notify", [...lines], { env, stdio: "ignore", timeout: TELL_WITHIN_MS });
    child.once("error", (error) => resolve(`systemd-notify: ${error.message}`));
    child.once("close", (code, signal) => {
      resolve(code === 0 ? undefined : `systemd-notify ended with ${signal ?? `status ${code}`}`);
    });
  });
}
