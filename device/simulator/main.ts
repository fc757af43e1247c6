import { parseArgs } from "node:util";
import { serialTransport } from "../transport/serialTransport.ts";
import { systemClock } from "../transport/systemClock.ts";
import { createControlServer } from "./controlServer.ts";
import { attachCu16Simulator } from "./cu16Simulator.ts";
import { attachEscPosSimulator } from "./escPosSimulator.ts";
import { type SimulatedBoard, SimulatedCabinet } from "./simulatedCabinet.ts";
import { SimulatedPrinter } from "./simulatedPrinter.ts";
import { createTransportPeer } from "./transportPeer.ts";

const HELP = `Simulated lock boards and receipt printer on serial paths, such as one end of a pseudo-terminal pair.

node device/simulator/main.ts --lock PATH [--printer PATH] [--control PORT] [--boards NAME:ADDRESS:CHANNELS,…]
                              [--infrared] [--closed-bit 0|1] [--baud 19200]
                              [--end-with-stdin]

With --end-with-stdin it ends with the process that started it.

Prints one line of JSON with the control's address when it is ready.`;

const { values } = parseArgs({
  options: {
    lock: { type: "string" },
    printer: { type: "string" },
    control: { type: "string", default: "0" },
    boards: { type: "string", default: "A:0:16" },
    infrared: { type: "boolean", default: false },
    "closed-bit": { type: "string", default: "1" },
    baud: { type: "string", default: "19200" },
    "end-with-stdin": { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help || (values.lock === undefined && values.printer === undefined)) {
  console.error(HELP);
  process.exit(values.help ? 0 : 2);
}

if (values["end-with-stdin"]) {
  process.stdin.on("end", () => process.exit(0)).resume();
}

const clock = systemClock();
const cabinet = new SimulatedCabinet(values.boards.split(",").map(parseBoard));
const printer = new SimulatedPrinter();
if (values.lock !== undefined) {
  attachCu16Simulator({ cabinet, peer: openPeer(values.lock), clock });
}
if (values.printer !== undefined) {
  attachEscPosSimulator({ printer, peer: openPeer(values.printer) });
}
const server = createControlServer({ cabinet, printer });
server.listen(Number(values.control), "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  console.log(JSON.stringify({ control: `http://127.0.0.1:${port}` }));
});

function openPeer(path: string): ReturnType<typeof createTransportPeer>["peer"] {
  const transport = serialTransport({ path, baudRate: Number(values.baud), clock });
  const { peer, link } = createTransportPeer(transport, clock);
  link.start();
  return peer;
}

function parseBoard(text: string): SimulatedBoard {
  const [name = "", address = "0", channels = "16"] = text.split(":");
  return {
    name,
    address: Number(address),
    channels: Number(channels),
    closedBit: values["closed-bit"] === "0" ? 0 : 1,
    hasInfrared: values.infrared,
  };
}
