import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Id, StaffId } from "#core/domain/ids.ts";
import type { Input } from "../input.ts";
import { endsOpening, followOpening, type OpeningResult } from "../opening.ts";
import type { Exchange, Opening } from "../state.ts";
import type { Turn } from "../turn.ts";

/** Who did it, in which exchange: in every event of an exchange. */
export function byStaff(exchange: Exchange): { readonly staffId: StaffId; readonly exchangeId: Id } {
  return { staffId: exchange.staffId, exchangeId: exchange.exchangeId };
}

/** This deposit's door is not asked for again until emptying is started again. */
export function passOver(exchange: Exchange, dossierId: Id): Exchange {
  return { ...exchange, passedOver: [...exchange.passedOver, dossierId] };
}

interface StaffOpening {
  readonly exchange: Exchange;
  readonly opening: Opening;
  readonly reason: "emptying" | "inspection" | "loading";
  readonly dossierId?: Id | undefined;
}

/** Follows an unlock within an exchange; undefined where the input does not end it. A failure shows its own screen. */
export function followStaffOpening(turn: Turn, input: Input, wanted: StaffOpening): OpeningResult | undefined {
  const { exchange, opening, reason, dossierId } = wanted;
  if (!endsOpening(input, opening)) return undefined;
  const { compartmentNumber } = opening;
  const wish = {
    compartmentNumber,
    reason,
    staffId: exchange.staffId,
    ...(dossierId === undefined ? {} : { dossierId }),
  };
  const result = followOpening(turn, input, { opening, wish });
  if (result.kind === "failed") {
    const { caseKind, caseNumber } = result;
    const after = reason === "emptying" && dossierId !== undefined ? passOver(exchange, dossierId) : exchange;
    turn.go({ step: "clerkDoorFailed", exchange: after, compartmentNumber, caseKind, caseNumber, during: reason });
  }
  return result;
}

/** True where the input says that this door was shut. */
export function isShutting(input: Input, compartmentNumber: CompartmentNumber): boolean {
  return (
    input.kind === "doorChanged" && input.compartmentNumber === compartmentNumber && input.reading.door === "closed"
  );
}
