import { type Block, baselineDots, contentWidthDots, marginDots, measureWith, type Paper, svgText } from "./paper.ts";
import { dotsPerModule, QUIET_ZONE_MODULES, qrMatrix, qrPath } from "./qrCode.ts";
import type { TextStyle } from "./textStyle.ts";
import { wrapBalanced, wrapText } from "./wrapText.ts";

/** A paragraph, wrapped to the paper's width; in the middle it is a heading, with lines of about equal width. */
export function paragraph(paper: Paper, text: string, style: TextStyle, align: "left" | "centre" = "left"): Block {
  const wrap = align === "left" ? wrapText : wrapBalanced;
  const lines = wrap(text, contentWidthDots(paper), measureWith(paper, style));
  const xDots = align === "left" ? marginDots(paper) : paper.widthDots / 2;
  const anchor = align === "left" ? "start" : "middle";
  return {
    heightDots: lines.length * style.lineDots,
    draw: (topDots) =>
      lines
        .map((line, index) =>
          svgText(line, style, { xDots, yDots: topDots + index * style.lineDots + baselineDots(style), anchor }),
        )
        .join(""),
  };
}

/** A line of a form: label, dots, value. A label that leaves no room for the value puts it on a line of its own. */
export function dottedRow(
  paper: Paper,
  label: string,
  value: string,
  styles: { label: TextStyle; value: TextStyle },
): Block {
  const left = marginDots(paper);
  const right = paper.widthDots - left;
  const measure = measureWith(paper, styles.label);
  const valueWidth = measureWith(paper, styles.value)(value);
  const lines = wrapText(label, contentWidthDots(paper), measure);
  if (measure(lines.at(-1) ?? "") + valueWidth > contentWidthDots(paper) - 4 * DOT_PITCH) lines.push("");
  const lineDots = styles.label.lineDots;
  return {
    heightDots: lines.length * lineDots,
    draw(topDots) {
      const yOf = (index: number) => topDots + index * lineDots + baselineDots(styles.label);
      const texts = lines.map((line, index) => svgText(line, styles.label, { xDots: left, yDots: yOf(index) }));
      const yDots = yOf(lines.length - 1);
      const lastLabel = lines.at(-1) ?? "";
      const from = lastLabel === "" ? left : left + measure(lastLabel) + DOT_PITCH;
      const to = right - valueWidth - DOT_PITCH;
      const shown = svgText(value, styles.value, { xDots: right, yDots, anchor: "end" });
      return texts.join("") + dots(from, to, yDots - 2) + shown;
    },
  };
}

/** A ruled line across the paper. */
export function rule(paper: Paper, thicknessDots = 3): Block {
  const left = marginDots(paper);
  return {
    heightDots: thicknessDots,
    draw: (topDots) => crispRect(left, topDots, paper.widthDots - 2 * left, thicknessDots),
  };
}

/** White letters in a black band: nobody takes a reprint for the first paper. */
export function band(paper: Paper, text: string, style: TextStyle): Block {
  const left = marginDots(paper);
  return {
    heightDots: style.lineDots + 8,
    draw(topDots) {
      const box = crispRect(left, topDots, paper.widthDots - 2 * left, style.lineDots + 8);
      const yDots = topDots + 4 + baselineDots(style);
      return box + svgText(text, style, { xDots: paper.widthDots / 2, yDots, anchor: "middle", fill: "#fff" });
    },
  };
}

/**
 * A QR code in the middle, with its quiet zone of four white modules on every side. As large as `maxWidthDots` allows,
 * each module on whole dots.
 */
export function qrBlock(paper: Paper, text: string, maxWidthDots: number): Block {
  const matrix = qrMatrix(text);
  const moduleDots = dotsPerModule(matrix, Math.min(maxWidthDots, paper.widthDots));
  const codeDots = matrix.sizeModules * moduleDots;
  const quietDots = QUIET_ZONE_MODULES * moduleDots;
  const leftDots = Math.floor((paper.widthDots - codeDots) / 2);
  return {
    heightDots: codeDots + 2 * quietDots,
    draw: (topDots) => qrPath(matrix, { leftDots, topDots: topDots + quietDots, moduleDots }),
  };
}

const DOT_PITCH = 8;

/** The dotted line of a form: dots of 3 × 3 on whole positions. */
function dots(fromDots: number, toDots: number, yDots: number): string {
  let path = "";
  for (let x = Math.ceil(fromDots / DOT_PITCH) * DOT_PITCH; x + 3 <= toDots; x += DOT_PITCH)
    path += `M${x} ${yDots}h3v3h-3z`;
  return path === "" ? "" : `<path shape-rendering="crispEdges" d="${path}"/>`;
}

function crispRect(x: number, y: number, width: number, height: number): string {
  return `<rect shape-rendering="crispEdges" x="${x}" y="${y}" width="${width}" height="${height}"/>`;
}
