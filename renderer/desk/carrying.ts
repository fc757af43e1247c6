import type { DragEvent } from "react";
import type { Carried } from "./useHands.ts";

/** A kind of its own, so that a file or a word dragged in from elsewhere is never taken for something on the desk. */
const CARRIED_TYPE = "application/x-desk-thing";

/** Attributes of something that can be dragged. */
export function carriedBy(carried: Carried) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(CARRIED_TYPE, JSON.stringify(carried));
      event.dataTransfer.effectAllowed = "move";
    },
  };
}

/** Attributes of a place that takes dragged things. */
export function dropPlace(onDropped: (carried: Carried) => void) {
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes(CARRIED_TYPE)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      const told = event.dataTransfer.getData(CARRIED_TYPE);
      if (told === "") return;
      event.preventDefault();
      // Written by carriedBy on this very page: nothing else can set this kind.
      onDropped(JSON.parse(told) as Carried);
    },
  };
}
