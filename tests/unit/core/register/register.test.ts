import { describe, expect, it } from "vitest";
import { InvariantError } from "#core/base/assert.ts";
import { compartmentOf, isFree, machineOf, RegisterLayer } from "#core/register/register.ts";
import { FlowKiosk } from "#tests/support/flowKiosk.ts";
import { deposit } from "#tests/support/flowMoves.ts";
import { idOf } from "#tests/support/flowWorld.ts";

const by = { staffId: "CB-12", exchangeId: idOf("exchange") };

describe("the register", () => {
  it("keeps what is known of a dossier where an announcement does not say it", () => {
    const kiosk = new FlowKiosk();
    const { dossierId } = deposit(kiosk);
    const before = kiosk.log.register.get("dossier", dossierId);
    kiosk.append({
      type: "dossierAnnounced",
      payload: { dossierId, officialCode: "H29.1-261114-0001", source: "directory" },
      personal: { secondValue: "1234" },
    });
    const after = kiosk.log.register.get("dossier", dossierId);
    expect(after).toMatchObject({ officialCode: "H29.1-261114-0001", procedureId: "birth", place: before?.place });
    expect(after?.personal?.eventType).toBe("dossierAnnounced");
  });

  it("does not believe a compartment empty whose door was left open", () => {
    const kiosk = new FlowKiosk();
    const payload = { compartmentNumber: 1, reason: "doorLeftOpen" } as const;
    kiosk.append({ type: "compartmentTakenOutOfService", payload });
    kiosk.append({ type: "compartmentReturnedToService", payload: { compartmentNumber: 1, staffId: "CB-12" } });
    expect(kiosk.contentsOf(1)).toBe("unchecked");
  });

  it("offers no compartment whose door is in motion", () => {
    const kiosk = new FlowKiosk();
    const free = () => {
      const compartment = compartmentOf(kiosk.log.register, 1);
      return compartment !== undefined && isFree(compartment);
    };
    expect(free()).toBe(true);
    const request = { requestId: idOf("request"), compartmentNumber: 1 };
    const { visitId } = kiosk.visit;
    const asked = { ...request, visitId, reason: "inspection", pulse: 1, useByMs: 5000, staffId: "CB-12" } as const;
    kiosk.append({ type: "compartmentOpenRequested", payload: asked });
    expect(free()).toBe(false);
    kiosk.append({ type: "compartmentOpened", payload: { ...request, wasOpenAlready: false } });
    kiosk.append({ type: "compartmentSeenEmpty", payload: { compartmentNumber: 1, ...by } });
    expect(free()).toBe(false);
    kiosk.append({ type: "compartmentClosed", payload: request });
    expect(free()).toBe(true);
  });

  it("refuses events about what it does not know", () => {
    const kiosk = new FlowKiosk({ compartments: 1 });
    const nobody = idOf("nobody");
    expect(() => kiosk.append({ type: "doorForced", payload: { compartmentNumber: 9, caseNumber: 1 } })).toThrow(
      InvariantError,
    );
    expect(() => kiosk.append({ type: "dossierHandedToCounter", payload: { ...by, dossierId: nobody } })).toThrow(
      InvariantError,
    );
    const payload = { requestId: nobody, compartmentNumber: 1, wasOpenAlready: false };
    expect(() => kiosk.append({ type: "compartmentOpened", payload })).toThrow(InvariantError);
    expect(() => kiosk.append({ type: "caseClosed", payload: { caseNumber: 7, staffId: "CB-12" } })).toThrow(
      InvariantError,
    );
  });

  it("leaves nothing behind of a layer that is thrown away", () => {
    const kiosk = new FlowKiosk();
    const layer = new RegisterLayer(kiosk.log.register);
    layer.set("machine", { ...machineOf(layer), lastCaseNumber: 7 });
    expect(machineOf(layer).lastCaseNumber).toBe(7);
    expect(machineOf(kiosk.log.register).lastCaseNumber).toBe(0);
    expect([...layer.all("compartment")]).toHaveLength(4);
  });

  it("keeps at most fifty wrong tries", () => {
    const kiosk = new FlowKiosk();
    const { visitId } = kiosk.visit;
    for (let tries = 0; tries < 60; tries += 1)
      kiosk.append({ type: "credentialRejected", payload: { visitId, what: "pickupCode" } });
    expect(machineOf(kiosk.log.register).rejectionsMs).toHaveLength(50);
  });
});
