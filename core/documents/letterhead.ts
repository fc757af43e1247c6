import {
  type Block,
  baselineDots,
  contentWidthDots,
  marginDots,
  measureWith,
  type Paper,
  svgText,
  textStyle,
} from "./layout/paper.ts";
import { wrapBalanced } from "./layout/wrapText.ts";

/** Who issues the paper. All from configuration; nothing here is fixed. */
export interface Office {
  /** Name of the service on the machine, "Hồ sơ 24/7". */
  readonly productName: string;
  readonly officeName: string;
  /** Number to call, as people write it: "1022". */
  readonly hotline: string;
}

/** The head of every paper: the mark (a small cabinet), the service and the office. */
export function letterhead(paper: Paper, office: Office): Block {
  const product = textStyle(paper, 38, 700, 1.2);
  const name = textStyle(paper, 28, 500, 1.2);
  const markDots = product.lineDots + name.lineDots;
  const xDots = marginDots(paper) + markDots + 18;
  const widthDots = contentWidthDots(paper) - markDots - 18;
  const nameLines = wrapBalanced(office.officeName, widthDots, measureWith(paper, name));
  return {
    heightDots: product.lineDots + nameLines.length * name.lineDots,
    draw(topDots) {
      const title = svgText(office.productName, product, { xDots, yDots: topDots + baselineDots(product) });
      const lines = nameLines.map((line, index) => {
        const lineTop = topDots + product.lineDots + index * name.lineDots;
        return svgText(line, name, { xDots, yDots: lineTop + baselineDots(name) });
      });
      return mark(marginDots(paper), topDots, markDots) + title + lines.join("");
    },
  };
}

/** The mark: seven doors in three columns, drawn as rules on a grid of 40. */
function mark(leftDots: number, topDots: number, sizeDots: number): string {
  const lines = ["M14 4V36", "M26 4V36", "M4 20H14", "M14 14H36", "M14 26H26"]
    .map((line) => `<path d="${line}"/>`)
    .join("");
  const frame = '<rect x="2" y="2" width="36" height="36" rx="2" stroke-width="4"/>';
  const transform = `translate(${leftDots} ${topDots}) scale(${sizeDots / 40})`;
  return `<g transform="${transform}" fill="none" stroke="#000" stroke-width="2">${frame}${lines}</g>`;
}
