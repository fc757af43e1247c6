import type { CommissionedBoard } from "#core/contract/technician.ts";
import type { Cabinet, CabinetModule, Door } from "#core/domain/cabinet.ts";

/** Width of a column in the picture, millimetres: the wizard does not ask for it. */
const COLUMN_MM = 384;

/**
 * The cabinet as far as its doors are named: columns from the left, doors from the top in the order of their numbers;
 * undefined before the first. Without the screen's column, of which the boards know nothing.
 */
export function draftCabinet(boards: readonly CommissionedBoard[]): Cabinet | undefined {
  const columns = new Map<number, Door[]>();
  for (const { board, doors } of boards) {
    for (const { channel, named } of doors) {
      if (named === undefined || named === "unused") continue;
      const { compartmentNumber, heightMm, column } = named;
      const door: Door = { compartmentNumber, heightMm, hinge: "right", board, channel };
      columns.set(column, [...(columns.get(column) ?? []), door]);
    }
  }
  const modules = [...columns].sort(([left], [right]) => left - right).map(([, doors]) => moduleOf(doors));
  return modules.length === 0 ? undefined : { plinthMm: 80, modules };
}

function moduleOf(doors: readonly Door[]): CabinetModule {
  const inOrder = [...doors].sort((one, other) => one.compartmentNumber - other.compartmentNumber);
  return { kind: "doors", widthMm: COLUMN_MM, doors: inOrder };
}
