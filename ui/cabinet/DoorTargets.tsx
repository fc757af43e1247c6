import type { KeyboardEvent } from "react";
import type { Elevation } from "./elevation.ts";

/** Props of the targets. */
export interface DoorTargetsProps {
  readonly elevation: Elevation;
  readonly onDoor: (compartmentNumber: number) => void;
  readonly doorName?: ((compartmentNumber: number) => string) | undefined;
}

/** An invisible button over every door. `data-compartment` tells a drag where it ends. */
export function DoorTargets({ elevation, onDoor, doorName }: DoorTargetsProps) {
  return elevation.doors.map(({ door, rect }) => {
    const { compartmentNumber } = door;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      onDoor(compartmentNumber);
    };
    return (
      // biome-ignore lint/a11y/useSemanticElements: a drawing has no button element
      <rect
        key={compartmentNumber}
        className="door-target"
        {...rect}
        role="button"
        tabIndex={0}
        aria-label={doorName?.(compartmentNumber) ?? String(compartmentNumber)}
        data-compartment={compartmentNumber}
        onClick={() => onDoor(compartmentNumber)}
        onKeyDown={onKeyDown}
      />
    );
  });
}
