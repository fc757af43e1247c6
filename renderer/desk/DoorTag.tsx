import type { DeskState } from "#core/contract/desk.ts";
import "./DoorTag.css";
import type { Hands } from "./useHands.ts";
import { doorSentence } from "./words.ts";

/** The chosen door in words, with what can be done with it; the last act's sentence where there is one. */
export function DoorTag({ state, hands }: { readonly state: DeskState; readonly hands: Hands }) {
  const door = state.doors.find((one) => one.compartmentNumber === hands.selectedDoor);
  return (
    <div className="desk-tag">
      <p className="desk-tag-words" role="status">
        {door !== undefined && (
          <span>
            <b>Ngăn {door.compartmentNumber}</b> {doorSentence(door)}.
          </span>
        )}{" "}
        {hands.notice ?? (door === undefined ? hintWith(hands) : "")}
      </p>
      {door?.door === "open" && door.inside !== "nothing" && (
        <button type="button" onClick={() => hands.take(door.compartmentNumber)}>
          Lấy ra
        </button>
      )}
      {door?.door === "open" && (
        <button type="button" onClick={() => hands.touchDoor(door.compartmentNumber)}>
          Đóng cửa
        </button>
      )}
      {door?.door === "closed" && (
        <button type="button" onClick={() => hands.pullDoor(door.compartmentNumber)}>
          Cạy cửa
        </button>
      )}
    </div>
  );
}

function hintWith(hands: Hands): string {
  if (hands.thing !== undefined) return "Mời bấm một ngăn đang mở để đặt vào.";
  return "Bấm cửa đang mở để đóng. Bấm cửa đang đóng để chọn.";
}
