import { describe, expect, it } from "vitest";
import { isOpen, shownState } from "#ui/cabinet/DoorState.ts";

describe("what a view may show of a door", () => {
  it("hides free and unknown during a visit, so that one window is lit", () => {
    expect(shownState("free", "visit")).toBe("shut");
    expect(shownState("unknown", "visit")).toBe("shut");
  });

  it("shows free at home, to staff and on the desk page", () => {
    const views = ["home", "staff", "desk"] as const;
    expect(views.map((view) => shownState("free", view))).toEqual(["free", "free", "free"]);
  });

  it("never hides what the person must see", () => {
    for (const state of ["next", "openIn", "openOut", "jammed"] as const)
      expect(shownState(state, "visit")).toBe(state);
  });

  it("draws a request alone as shut leaf, not as open", () => {
    expect(isOpen("next")).toBe(false);
    expect(isOpen("openEmpty")).toBe(true);
  });
});
