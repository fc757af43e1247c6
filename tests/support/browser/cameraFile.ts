import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { Resvg } from "@resvg/resvg-js";
import { create } from "qrcode";

const run = promisify(execFile);

const WIDTH = 1280;
const HEIGHT = 720;
/** Side of the code in the picture: about a third of the frame's height, as of a card in a hand. */
const CODE_PX = 270;
/** Light margin that a QR code needs, modules (ISO/IEC 18004). */
const QUIET_MODULES = 4;

/**
 * Makes a film for the browser's fake camera: a card in front of the kiosk with this code on it, or nobody at all.
 * `name` keeps the films of one folder apart.
 */
export async function filmCamera(folder: string, name: string, code?: string): Promise<string> {
  const picture = join(folder, `${name}.png`);
  const film = join(folder, `${name}.mjpeg`);
  writeFileSync(picture, new Resvg(scene(code)).render().asPng());
  const frames = ["-frames:v", "4", "-r", "10", "-q:v", "2", "-pix_fmt", "yuvj420p"];
  await run("ffmpeg", ["-loglevel", "error", "-y", "-loop", "1", "-i", picture, ...frames, "-f", "mjpeg", film]);
  return film;
}

function scene(code: string | undefined): string {
  const card = code === undefined ? "" : cardWith(code);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="#6f7a80"/>
    <ellipse cx="960" cy="300" rx="150" ry="190" fill="#8f8278"/>
    ${card}
  </svg>`;
}

function cardWith(code: string): string {
  const { modules } = create(code, { errorCorrectionLevel: "M" });
  const side = modules.size + 2 * QUIET_MODULES;
  const dot = CODE_PX / side;
  const dots: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) dots.push(`M${column + QUIET_MODULES} ${row + QUIET_MODULES}h1v1h-1z`);
  const left = (WIDTH - CODE_PX) / 2;
  const top = (HEIGHT - CODE_PX) / 2;
  return `<rect x="340" y="190" width="600" height="378" rx="22" fill="#e9eef0"/>
    <rect x="366" y="214" width="90" height="26" fill="#b8402f"/>
    <g transform="translate(${left} ${top}) scale(${dot})">
      <rect width="${side}" height="${side}" fill="#fff"/><path d="${dots.join("")}" fill="#101418"/>
    </g>`;
}
