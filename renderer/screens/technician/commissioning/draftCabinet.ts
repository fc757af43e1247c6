import type { CommissionedBoard } from "#core/contract/technician.ts";
import type { Cabinet, CabinetModule, Door } from "#core/domain/cabinet.ts";

/** Width of a column in the picture, millimetres: the wizard does not ask for it. */
const COLUMN_MM = 384;
/** A screen of usual size; what is saved has the size that the configuration names. */
const SCREEN: CabinetModule = {
  kind: "screen",
  widthMm: COLUMN_MM,
  screenTopMm: 600,
  screenWidthMm: 268,
  screenHeightMm: 476,
};

/**
 * The cabinet as far as its doors are named: columns from the left, doors from the top in the order of their numbers;
 * undefined before the first. The first column without a door is the screen's, as
 * in what is saved.
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
  const modules: CabinetModule[] = [];
  for (let column = 1; column <= Math.max(0, ...columns.keys()); column += 1) {
    const doors = columns.get(column);
    if (doors !== undefined) modules.push(moduleOf(doors));
    else if (!modules.includes(SCREEN)) modules.push(SCREEN);
  }
  return modules.length === 0 ? undefined : { plinthMm: 80, modules };
}

function moduleOf(doors: readonly Door[]): CabinetModule {
  const inOrder = [...doors].sort((one, other) => one.compartmentNumber - other.compartmentNumber);
  return { kind: "doors", widthMm: COLUMN_MM, doors: inOrder };
}
