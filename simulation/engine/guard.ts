import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";

/** Functions of crypto that draw from the machine's chance, or that work on a thread of their own. */
const CRYPTO_NAMES = [
  "randomBytes",
  "randomFill",
  "randomFillSync",
  "randomInt",
  "randomUUID",
  "scrypt",
  "pbkdf2",
  "generateKeyPair",
  "generateKeyPairSync",
] as const;

/** What took the real world's time or chance while a run was on. */
export class GuardError extends Error {
  override readonly name = "GuardError";
}

/** Stands over a run; nothing in it may look at the real clock or draw real chance. */
export interface Guard {
  /** What was called against the rule, each with its place; a call that somebody caught is here all the same. */
  readonly calls: readonly string[];
  /** Does something that belongs to the simulation's own tools and asks for the time without need: it is 1970 for them. */
  aside<Value>(act: () => Value): Value;
  /** Puts everything back. */
  lift(): void;
}

interface Taken {
  readonly holder: object;
  readonly name: string;
  /** Undefined for what the holder only inherits. */
  readonly descriptor: PropertyDescriptor | undefined;
}

/**
 * From now on real time, real chance and thread-pool work throw a `GuardError` that says who called: Date without an
 * argument, `Math.random`, crypto's random functions, `performance.now`, `process.hrtime`, timers. One guard at a time.
 */
export function standGuard(): Guard {
  const calls: string[] = [];
  const taken: Taken[] = [];
  const replace = (holder: object, name: string, value: unknown): void => {
    const descriptor = Object.getOwnPropertyDescriptor(holder, name);
    taken.push({ holder, name, descriptor });
    Object.defineProperty(holder, name, { configurable: true, enumerable: true, writable: true, value });
  };
  const refusing = (what: string) => {
    return Object.assign((): never => refuse(calls, what), { bigint: (): never => refuse(calls, what) });
  };
  let isAside = false;
  const now = (): number => (isAside ? 0 : refuse(calls, "Date.now"));
  replace(globalThis, "Date", guardedDate(calls, now));
  replace(Math, "random", refusing("Math.random"));
  replace(performance, "now", refusing("performance.now"));
  replace(process, "hrtime", refusing("process.hrtime"));
  replace(AbortSignal, "timeout", refusing("AbortSignal.timeout"));
  for (const name of ["setTimeout", "setInterval"]) replace(globalThis, name, refusing(name));
  for (const name of CRYPTO_NAMES) replace(crypto, name, refusing(`crypto.${name}`));
  replace(globalThis, "crypto", { getRandomValues: refusing("crypto.getRandomValues") });
  syncBuiltinESMExports();
  return {
    calls,
    aside: (act) => {
      isAside = true;
      try {
        return act();
      } finally {
        isAside = false;
      }
    },
    lift: () => {
      for (const { holder, name, descriptor } of taken.reverse()) {
        if (descriptor === undefined) Reflect.deleteProperty(holder, name);
        else Object.defineProperty(holder, name, descriptor);
      }
      syncBuiltinESMExports();
    },
  };
}

/** Date as it is for a given time; the present is refused. */
function guardedDate(calls: string[], now: () => number): DateConstructor {
  return new Proxy(Date, {
    construct: (target, args: unknown[], newTarget: new () => unknown) =>
      args.length === 0 ? refuse(calls, "new Date()") : Reflect.construct(target, args, newTarget),
    apply: () => refuse(calls, "Date()"),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  });
}

function refuse(calls: string[], what: string): never {
  const { stack = "" } = new Error(what);
  const place = stack.split("\n").find((line) => line.includes("at ") && !line.includes("guard.ts")) ?? "";
  const sentence = `${what} was called while a simulation runs, ${place.trim()}. Take time and chance from what you were given.`;
  calls.push(sentence);
  throw new GuardError(sentence);
}
