import type { CollectionObstacle, IntakeObstacle } from "#core/contract/screen.ts";
import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { CompartmentRecord, DossierRecord } from "#core/register/records.ts";
import { compartmentsOf, isFree, machineOf } from "#core/register/register.ts";
import type { World } from "./world.ts";

/** Wrong tries after which a dossier's credentials are locked until a clerk unlocks them or a day has passed. */
export const TRIES_PER_CREDENTIAL = 5;
const CREDENTIAL_LOCK_MS = 24 * 3_600_000;

/** Wrong tries at this machine within the window, by whomever, after which it takes no credentials for a while. */
const TRIES_PER_MACHINE = 10;
const MACHINE_WINDOW_MS = 15 * 60_000;

/** Wrong PINs within the window after which a staff card is locked for that long. */
export const TRIES_PER_PIN = 5;
const PIN_LOCK_MS = 30 * 60_000;

/**
 * Compartments that may be offered now: known empty, in service, read shut, the board answering, and not doubted by an
 * occupancy sensor: it cannot prove emptiness, but it can contradict it (I2).
 */
export function freeCompartments(world: World): CompartmentRecord[] {
  return compartmentsOf(world.register).filter((compartment) => {
    const { door, occupancy } = world.doorOf(compartment.compartmentNumber);
    const isReachable = door === "closed" && world.isBoardOnline(compartment.compartmentNumber);
    return isFree(compartment) && isReachable && occupancy !== "something";
  });
}

/**
 * The compartment for a bag: one within a seated person's reach comes first for everybody; who asks for a low one gets
 * no other. The smallest that is free, so that large ones stay for large bags.
 */
export function chooseCompartment(
  world: World,
  wish: { readonly wantsLow: boolean; readonly except: readonly CompartmentNumber[] },
): CompartmentNumber | undefined {
  const candidates = freeCompartments(world)
    .filter((c) => !wish.except.includes(c.compartmentNumber) && (!wish.wantsLow || c.isWithinSeatedReach))
    .sort(
      (a, b) =>
        Number(b.isWithinSeatedReach) - Number(a.isWithinSeatedReach) ||
        a.heightMm - b.heightMm ||
        a.compartmentNumber - b.compartmentNumber,
    );
  return candidates[0]?.compartmentNumber;
}

/** Tamper keeps the locks shut until staff acknowledge it; a panic opens nothing and keeps nothing shut. */
export function isUnlockingBlocked({ register }: Pick<World, "register">): boolean {
  return machineOf(register).alarms?.tamper !== undefined;
}

/** Why no result can be given now, for a reason of the machine as a whole; said on the idle screen. */
export function collectionObstacle(world: World): CollectionObstacle | undefined {
  const compartments = compartmentsOf(world.register);
  if (compartments.length === 0) return "notCommissioned";
  if (isUnlockingBlocked(world)) return "alarm";
  if (isPowerEnding(world)) return "power";
  return compartments.some((c) => world.isBoardOnline(c.compartmentNumber)) ? undefined : "boards";
}

/** True where the power will be gone soon: nothing new begins. */
function isPowerEnding({ register }: World): boolean {
  const { power } = machineOf(register);
  if (power === undefined) return false;
  const isLow = power.source === "battery" && (power.battery === "low" || power.battery === "critical");
  return isLow || power.isShuttingDown;
}

/** Why no dossier can be taken in now; undefined where intake is possible. Said before anything is typed. */
export function intakeObstacle(world: World): IntakeObstacle | undefined {
  if (world.standingObstacle !== undefined) return world.standingObstacle;
  if (compartmentsOf(world.register).length === 0) return "notCommissioned";
  if (isUnlockingBlocked(world)) return "alarm";
  const damage = machineOf(world.register).storeDamage;
  if (damage?.historyDamaged !== undefined) return "history";
  if (damage?.diskFull !== undefined) return "diskFull";
  // A deposit takes minutes, and a battery has few: what is long does not begin on it.
  if (machineOf(world.register).power?.source === "battery" || isPowerEnding(world)) return "power";
  if (!["ready", "notSupported"].includes(world.printer.status)) return "printer";
  if (freeCompartments(world).length > 0) return undefined;
  return compartmentsOf(world.register).every((c) => !world.isBoardOnline(c.compartmentNumber)) ? "boards" : "full";
}

/** Until when a dossier's credentials are locked, wall milliseconds; undefined where they are not. */
export function credentialLockedUntilMs(
  dossier: Pick<DossierRecord, "rejectionsMs">,
  nowMs: number,
): number | undefined {
  if (dossier.rejectionsMs.length < TRIES_PER_CREDENTIAL) return undefined;
  const untilMs = (dossier.rejectionsMs.at(-1) ?? 0) + CREDENTIAL_LOCK_MS;
  return untilMs > nowMs ? untilMs : undefined;
}

/** Until when the machine takes no credentials, `triesMs` of the present step included; undefined where it does. */
export function machineLockedUntilMs(world: World, triesMs: readonly number[] = []): number | undefined {
  const tries = [...machineOf(world.register).rejectionsMs, ...triesMs];
  const recent = tries.filter((ms) => ms > world.nowMs - MACHINE_WINDOW_MS);
  return recent.length >= TRIES_PER_MACHINE ? (recent.at(-1) ?? 0) + MACHINE_WINDOW_MS : undefined;
}

/** PIN tries that a staff member has left. */
export function pinTriesLeft(world: World, staffId: string): number {
  const recent = (world.register.get("staff", staffId)?.rejectionsMs ?? []).filter(
    (ms) => ms > world.nowMs - PIN_LOCK_MS,
  );
  return Math.max(0, TRIES_PER_PIN - recent.length);
}
