import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listSerialDevices } from "#device/commissioning/serialPorts.ts";
import { scratchFolder } from "#tests/support/scratchFolder.ts";

test("serial devices are listed once each, the most stable name first, and names that may change last", async () => {
  const devices = scratchFolder();
  for (const name of ["ttyACM0", "ttyUSB0", "ttyUSB1", "ttyUSB2", "ttyS0", "tty1"])
    writeFileSync(join(devices, name), "");
  for (const folder of ["by-id", "by-path"]) mkdirSync(join(devices, "serial", folder), { recursive: true });
  const link = (name: string, device: string) => symlinkSync(`../../${device}`, join(devices, "serial", name));
  link("by-id/usb-FTDI_A50285BI", "ttyUSB1");
  link("by-path/pci-usb-0:2", "ttyUSB1");
  link("by-path/pci-usb-0:1", "ttyUSB2");
  expect(await listSerialDevices(devices)).toEqual([
    {
      path: join(devices, "serial/by-id/usb-FTDI_A50285BI"),
      label: "usb-FTDI_A50285BI (ttyUSB1)",
      isStable: true,
    },
    { path: join(devices, "serial/by-path/pci-usb-0:1"), label: "pci-usb-0:1 (ttyUSB2)", isStable: true },
    { path: join(devices, "ttyACM0"), label: "ttyACM0", isStable: false },
    { path: join(devices, "ttyUSB0"), label: "ttyUSB0", isStable: false },
  ]);
});

test("a machine without any serial device lists none", async () => {
  expect(await listSerialDevices("/does/not/exist")).toEqual([]);
});
