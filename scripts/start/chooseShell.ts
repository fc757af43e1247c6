/** What this machine offers for showing the screen. */
export type ShellOffer = {
  readonly mayOpen: boolean;
  readonly hasDisplay: boolean;
  /** Path of Electron's program; undefined where it could not be had. */
  readonly electron: string | undefined;
  /** Path of Chromium or Chrome. */
  readonly chromium: string | undefined;
};

/** How the screen is shown, and one line that says so and why. */
export type ShellChoice =
  | { readonly kind: "electron" | "chromium"; readonly binary: string; readonly reason: string }
  | { readonly kind: "none"; readonly reason: string };

/** Electron where its program is installed, else Chromium, else the printed address. */
export function chooseShell({ mayOpen, hasDisplay, electron, chromium }: ShellOffer): ShellChoice {
  if (!mayOpen) return { kind: "none", reason: "Shell: none, as --no-open asks. Open the addresses in a browser." };
  if (!hasDisplay)
    return { kind: "none", reason: "Shell: none, there is no display here. Open the addresses in a browser." };
  if (electron) return { kind: "electron", binary: electron, reason: "Shell: Electron, its program is installed." };
  const without = "Electron's program could not be fetched";
  if (chromium) return { kind: "chromium", binary: chromium, reason: `Shell: Chromium, because ${without}.` };
  return { kind: "none", reason: `Shell: none, ${without} and there is no Chromium. Open the addresses in a browser.` };
}
