import { classifyScan } from "#core/domain/scannedCode.ts";
import { collectionObstacle, intakeObstacle } from "./choice.ts";
import { takeStaffCard } from "./clerk/signIn.ts";
import { takeReceipt } from "./collection/credential.ts";
import type { Handler } from "./handler.ts";
import type { Turn } from "./turn.ts";

/** The idle screen: touch to choose, or just show a receipt or a staff card. */
export const home: Handler<"home"> = (turn, _at, input) => {
  if (input.kind === "scan") return void (takeStaffCard(turn, input.text) || takeReceiptAtHome(turn, input.text));
  if (input.kind !== "intent") return;
  switch (input.intent.kind) {
    case "startIntake": {
      const obstacle = intakeObstacle(turn.world);
      return turn.go(obstacle === undefined ? { step: "procedure" } : { step: "intakeClosed", obstacle });
    }
    case "startCollection": {
      const obstacle = collectionObstacle(turn.world);
      const credential = { step: "credential", isChecking: false } as const;
      // Of silent boards the person hears at the door: they may answer by then.
      const isOpen = obstacle === undefined || obstacle === "boards";
      return turn.go(isOpen ? credential : { step: "collectionClosed", obstacle });
    }
    case "startLookup":
      return turn.go({ step: "lookup" });
    case "showNotices":
      return turn.go({ step: "notices" });
    default:
      return;
  }
};

function takeReceiptAtHome(turn: Turn, text: string): void {
  const { kind } = classifyScan(text);
  // A receipt that is torn or smudged gets its sentence too.
  if (kind === "receiptToken" || kind === "damagedReceipt") takeReceipt(turn, text);
}

export const notices: Handler<"notices"> = leave;

export const intakeClosed: Handler<"intakeClosed"> = leave;

export const thanks: Handler<"thanks"> = leave;

function leave(turn: Turn, _at: unknown, input: Parameters<Handler<"notices">>[2]): void {
  if (input.kind === "intent" && (input.intent.kind === "back" || input.intent.kind === "finish")) turn.goHome();
}

/** One touch, without a link to the dossier. */
export const rating: Handler<"rating"> = (turn, at, input) => {
  if (input.kind !== "intent") return;
  const { of } = at;
  if (input.intent.kind === "rate") {
    turn.emit({ type: "visitRated", payload: { kind: of, rating: input.intent.rating } });
    return turn.go({ step: "thanks", of });
  }
  if (input.intent.kind === "finish" || input.intent.kind === "back") turn.goHome();
};
