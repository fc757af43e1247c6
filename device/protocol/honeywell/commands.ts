/** Vendors whose scanners understand the commands of this file over HID POS: Honeywell and Youjie. */
export const HONEYWELL_VENDOR_IDS: ReadonlySet<number> = new Set([0x0c2e, 0x23d0]);

/** Reads one code now, over a serial line: SYN T CR. */
export const SERIAL_TRIGGER = Uint8Array.of(0x16, 0x54, 0x0d);

/** The same as an output report of HID POS: report FDh, length, command. */
export const HID_TRIGGER = Uint8Array.of(0xfd, SERIAL_TRIGGER.length, ...SERIAL_TRIGGER);

/** Feature report FEh with 01: from now on speak HID POS instead of typing like a keyboard. */
export const HID_POS_SWITCH = Uint8Array.of(0xfe, 0x01);
