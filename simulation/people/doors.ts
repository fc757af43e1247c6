import type { CompartmentNumber } from "#core/domain/cabinet.ts";
import type { Bag } from "../contract/place.ts";
import type { Person } from "./person.ts";

/** Puts a bag in; tells it. False where the door is shut. */
export function putIn(me: Person, compartmentNumber: CompartmentNumber, bag: Bag): boolean {
  const isIn = me.corner.put(compartmentNumber, bag, me.name);
  me.tell(
    isIn
      ? `puts ${bag.bagId} into compartment ${compartmentNumber}`
      : `cannot put ${bag.bagId} into compartment ${compartmentNumber}, whose door is shut`,
  );
  return isIn;
}

/** Takes what fits out of an open compartment; tells it. */
export function takeOut(me: Person, compartmentNumber: CompartmentNumber, fits: (bag: Bag) => boolean = () => true) {
  const taken: Bag[] = [];
  for (const bag of [...me.corner.look(compartmentNumber)].filter(fits)) {
    if (!me.corner.take(compartmentNumber, bag, me.name)) continue;
    taken.push(bag);
    me.tell(`takes ${bag.bagId} out of compartment ${compartmentNumber}`);
  }
  return taken;
}

/** Shuts a door that stands open; tells it. */
export function shutDoor(me: Person, compartmentNumber: CompartmentNumber): void {
  if (!me.corner.isDoorOpen(compartmentNumber)) return;
  me.corner.shut(compartmentNumber, me.name);
  const isStuck = me.corner.isDoorOpen(compartmentNumber);
  me.tell(isStuck ? `cannot shut compartment ${compartmentNumber}` : `shuts compartment ${compartmentNumber}`);
}
