import type { Cabinet, CabinetModule, Door } from "#core/domain/cabinet.ts";
import type { Calibration, CommissionedBoard, HardwareProfile } from "#core/domain/hardwareProfile.ts";
import type { LearningBoard } from "./learningBoard.ts";

/** The screen's picture area, millimetres. */
export interface ScreenSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

export interface ProfileOptions {
  readonly by: string;
  /** Wall time, milliseconds. */
  readonly atMs: number;
  readonly screen: ScreenSize;
}

/** Sizes that nobody asked for: they only shape the picture of the cabinet. */
const PLINTH_MM = 140;
const COLUMN_WIDTH_MM = 384;
/** From the top of the screen's column to the screen, where the column is high enough. */
const SCREEN_TOP_MM = 600;

/**
 * The profile of boards whose wiring was learned, or undefined while one of them is not finished or no door has a number.
 */
export function profileFrom(boards: readonly LearningBoard[], options: ProfileOptions): HardwareProfile | undefined {
  const doors = boards.flatMap(doorsOf);
  const wires: HardwareProfile["wires"] = [];
  for (const board of boards) {
    const found = commissioned(board, options);
    if (found === undefined) return undefined;
    const { port, baudRate } = board.options;
    const wire = wires.find(({ path }) => path === port);
    if (wire === undefined) wires.push({ name: `wire ${wires.length + 1}`, path: port, baudRate, boards: [found] });
    else wire.boards.push(found);
  }
  if (wires.length === 0 || doors.length === 0) return undefined;
  return { wires, cabinet: cabinetOf(doors, options.screen) };
}

function commissioned(board: LearningBoard, { by, atMs }: ProfileOptions): CommissionedBoard | undefined {
  const { name, driver, address, channels } = board.options;
  const { feedback, byteOrder, taughtBy } = board;
  if (board.calibration !== "done" || feedback === undefined || taughtBy === undefined) return undefined;
  const calibration: Calibration = { at: new Date(atMs).toISOString(), by, channel: taughtBy };
  return {
    name,
    family: driver.family,
    address,
    channels,
    feedback,
    ...(byteOrder === undefined ? {} : { byteOrder }),
    // The bits are always there, the sensors are not: nobody has tried them.
    hasOccupancy: false,
    calibration,
  };
}

interface PlacedDoor extends Door {
  readonly column: number;
}

function doorsOf({ options, named }: LearningBoard): PlacedDoor[] {
  return [...named].flatMap(([channel, door]) => {
    if (door === "unused") return [];
    const { compartmentNumber, heightMm, column } = door;
    return [{ compartmentNumber, heightMm, hinge: "right", board: options.name, channel, column } as const];
  });
}

/** Columns from left to right, doors by number from top to bottom; the first column without a door is the screen's. */
function cabinetOf(doors: readonly PlacedDoor[], screen: ScreenSize): Cabinet {
  const modules: CabinetModule[] = [];
  let hasScreen = false;
  for (let column = 1; column <= Math.max(...doors.map((door) => door.column)); column += 1) {
    const here = doors
      .filter((door) => door.column === column)
      .sort((a, b) => a.compartmentNumber - b.compartmentNumber)
      .map(({ column: _column, ...door }) => door);
    if (here.length > 0) modules.push({ kind: "doors", widthMm: COLUMN_WIDTH_MM, doors: here });
    else if (!hasScreen) modules.push(screenModule(screen));
    hasScreen ||= here.length === 0;
  }
  return { plinthMm: PLINTH_MM, modules };
}

/** The column that holds nothing but the screen. */
export function screenModule({ widthMm, heightMm }: ScreenSize): Extract<CabinetModule, { kind: "screen" }> {
  const screenWidthMm = Math.round(widthMm);
  const screenHeightMm = Math.round(heightMm);
  const width = Math.max(COLUMN_WIDTH_MM, screenWidthMm);
  return { kind: "screen", widthMm: width, screenTopMm: SCREEN_TOP_MM, screenWidthMm, screenHeightMm };
}
