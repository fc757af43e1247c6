import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { makeStaffEntry, StaffEntry } from "../credentials/staff.ts";
import { type Answer, type Command, readFlags, WrongUse } from "./command.ts";

export const staffCommand: Command = {
  name: "staff",
  summary: "makes an entry for the staff file and the text for its card",
  usage: `npm run -s kioskctl -- staff --id ID --name NAME --role clerk|technician
Reads a PIN of 4 to 8 digits from standard input; prints the entry for the staff file and the text for the code on the
card. The card text exists nowhere else: print the card, then clear the screen.`,
  run: async (args, { stdin }): Promise<Answer> => {
    const { values } = readFlags(args, { id: { type: "string" }, name: { type: "string" }, role: { type: "string" } });
    const person = StaffEntry.pick({ staffId: true, name: true, role: true }).safeParse({
      staffId: values.id,
      name: values.name,
      role: values.role,
    });
    if (!person.success) throw new WrongUse("Say --id ID, --name NAME and --role clerk or technician.");
    const pin = (await text(stdin)).trim();
    if (!/^\d{4,8}$/.test(pin)) throw new WrongUse("The PIN on standard input is 4 to 8 digits.");
    const made = await makeStaffEntry({ ...person.data, pin }, randomBytes);
    return { status: 0, json: made, text: JSON.stringify(made, undefined, 2) };
  },
};
