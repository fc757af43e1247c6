import type { Page } from "playwright-core";

/** What is wrong with the screen that the page draws now, each in a sentence; none where all is well. */
export async function faultsOfScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > window.innerWidth) faults.push("the page scrolls sideways");
    const isDrawn = (element: Element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.height > 0 && element.closest(".visually-hidden") === null;
    };
    // Clipped on purpose: pictures, the camera, the ground that runs to the edges.
    const clipped = "svg, .pavement, .camera-view, .paper-preview, .visually-hidden";
    for (const element of document.querySelectorAll(".screen *")) {
      if (!isDrawn(element) || element.closest(clipped) !== null) continue;
      const box = element.getBoundingClientRect();
      const over = Math.max(-box.left, box.right - window.innerWidth);
      if (over > 1) faults.push(`${element.className} reaches ${Math.round(over)} px over the side`);
    }
    for (const part of document.querySelectorAll(".counter, .bar, .header")) {
      const box = part.getBoundingClientRect();
      if (box.top < 0 || box.bottom > window.innerHeight + 1) faults.push(`${part.className} is not wholly in sight`);
    }
    // 12.7 mm at 4.03 px/mm; the drawn page is scaled into the window, so the measure scales with it.
    const pxPerRem = Number.parseFloat(getComputedStyle(root).fontSize);
    for (const button of document.querySelectorAll("button")) {
      const box = button.getBoundingClientRect();
      // Out of the order of keys: a dialog's hidden way out, for those who listen.
      if (!isDrawn(button) || button.tabIndex < 0) continue;
      const name = (button.getAttribute("aria-label") ?? button.textContent ?? "").trim();
      if (name === "") faults.push(`a ${button.className} has no name`);
      const side = Math.min(box.width, box.height) / pxPerRem;
      if (side < 5.15) faults.push(`the key "${name}" is ${(side * 10).toFixed(0)} px at its smaller side`);
    }
    return faults;
  });
}

/** What axe finds serious or critical on the page; its script has to be loaded before. */
export async function seriousViolations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    interface Violation {
      readonly id: string;
      readonly impact: string | null;
      readonly help: string;
      readonly nodes: readonly { readonly html: string }[];
    }
    interface Axe {
      readonly run: (context: Document, options: object) => Promise<{ readonly violations: readonly Violation[] }>;
    }
    // The script puts itself on the window, of which TypeScript knows nothing here.
    const { axe } = window as unknown as { readonly axe: Axe };
    const { violations } = await axe.run(document, { resultTypes: ["violations"], elementRef: false });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  });
}
