import { StaffId } from "#core/domain/ids.ts";
import { WrongUse } from "./command.ts";

/** Who acted, where nobody was named. */
export const UNNAMED_STAFF = "ssh";

/** A staff number from the command line. Throws `WrongUse`. */
export function staffFlag(text: string | undefined): string {
  const staffId = StaffId.safeParse(text ?? UNNAMED_STAFF);
  if (!staffId.success) throw new WrongUse("--staff is a staff number: 1 to 20 letters, digits or hyphens.");
  return staffId.data;
}
