import { parseArgs } from "node:util";
import { serialTransport } from "../transport/serialTransport.ts";
import { systemClock } from "../transport/systemClock.ts";
import { BOARD_LIST_FORM, readBoardList } from "./boardList.ts";
import { attachBoardSimulators } from "./boardSimulators.ts";
import { createControlServer } from "./controlServer.ts";
import { attachEscPosSimulator } from "./escPosSimulator.ts";
import { pacedPeer } from "./pacedPeer.ts";
import { SimulatedCabinet } from "./simulatedCabinet.ts";
import { SimulatedPrinter } from "./simulatedPrinter.ts";
import { createTransportPeer } from "./transportPeer.ts";

const HELP = `Simulated lock boards and receipt printer on serial paths, such as one end of a pseudo-terminal pair.

node device/simulator/main.ts --lock PATH [--printer PATH] [--control PORT] [--boards ${BOARD_LIST_FORM}]
                              [--occupancy] [--baud 19200] [--paced] [--turnaround MS]
                              [--end-with-stdin]

FAMILY is kerong-cu16 where nothing else is said, FEEDBACK closing, BYTEORDER lastByteFirst. With --occupancy every board
has occupancy sensors. With --paced bytes take their time on the boards' wire as they do at that baud rate.
With --end-with-stdin it ends with the process that started it.

Prints one line of JSON with the control's address when it is ready.`;

const { values } = parseArgs({
  options: {
    lock: { type: "string" },
    printer: { type: "string" },
    control: { type: "string", default: "0" },
    boards: { type: "string", default: "A:0:16" },
    occupancy: { type: "boolean", default: false },
    baud: { type: "string", default: "19200" },
    paced: { type: "boolean", default: false },
    turnaround: { type: "string", default: "0" },
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

const boards = readBoardList(values.boards, values.occupancy);
if (!boards.ok) {
  console.error(boards.error);
  process.exit(2);
}
const clock = systemClock();
const cabinet = new SimulatedCabinet(boards.value);
const printer = new SimulatedPrinter();
if (values.lock !== undefined) {
  const line = openPeer(values.lock);
  const peer = values.paced ? pacedPeer(line, clock, Number(values.baud)) : line;
  attachBoardSimulators({ cabinet, peer, clock, turnaroundMs: Number(values.turnaround) });
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
