import type { KioskEvent } from "#core/events/event.ts";

/** What an event says, for the reader of a story; undefined for what would only bury it. */
export function eventWords(event: KioskEvent): string | undefined {
  return doorWords(event) ?? dossierWords(event);
}

function doorWords({ type, payload }: KioskEvent): string | undefined {
  switch (type) {
    case "compartmentOpenRequested": {
      const { compartmentNumber, reason, pulse } = payload;
      return `The kiosk asks for door ${compartmentNumber} (${reason}${pulse === 1 ? "" : `, pulse ${pulse}`}).`;
    }
    case "compartmentOpened":
      return `The kiosk takes door ${payload.compartmentNumber} to have opened.`;
    case "compartmentOpenFailed":
      return `Door ${payload.compartmentNumber} did not open for the kiosk: ${payload.outcome}.`;
    case "compartmentClosed":
      return `The kiosk reads door ${payload.compartmentNumber} shut.`;
    case "compartmentSeenEmpty":
      return `Compartment ${payload.compartmentNumber} is seen empty by ${payload.staffId}.`;
    case "compartmentTakenOutOfService":
      return `Compartment ${payload.compartmentNumber} leaves service: ${payload.reason}.`;
    case "compartmentReturnedToService":
      return `Compartment ${payload.compartmentNumber} is back in service.`;
    case "doorSensorDeclared":
      return `The sensor of door ${payload.compartmentNumber} counts as ${payload.isFaulty ? "faulty" : "sound"}.`;
    case "doorForced":
      return `The kiosk finds door ${payload.compartmentNumber} forced.`;
    case "caseOpened":
      return `Case ${payload.caseNumber} is opened: ${payload.kind}${inCompartment(payload)}.`;
    case "caseClosed":
      return `Case ${payload.caseNumber} is closed by ${payload.staffId}.`;
    case "alarmRaised":
      return `Alarm: ${payload.alarm}.`;
    default:
      return undefined;
  }
}

function dossierWords({ type, payload }: KioskEvent): string | undefined {
  switch (type) {
    case "dossierDeposited":
      return `Written down: a deposit in compartment ${payload.compartmentNumber}, ticket ${payload.ticket}.`;
    case "depositAbandoned":
      return `Written down: a deposit that did not come about in compartment ${payload.compartmentNumber} (${payload.reason}).`;
    case "exchangeOpened":
      return `${payload.staffId} begins an exchange.`;
    case "exchangeClosed":
      return `The exchange of ${payload.staffId} ends.`;
    case "dossierTakenOver":
      return `Written down: ${payload.staffId} took the dossier out of compartment ${payload.compartmentNumber}.`;
    case "dossierNotFound":
      return `Written down: ${payload.staffId} found no dossier in compartment ${payload.compartmentNumber}.`;
    case "unexpectedContentsFound":
      return `Written down: ${payload.staffId} found something in compartment ${payload.compartmentNumber}.`;
    case "resultLoaded":
      return `Written down: a result in compartment ${payload.compartmentNumber}.`;
    case "resultCollected": {
      const { compartmentNumber, isVerified, confirmedBy } = payload;
      const how = `${isVerified ? "verified" : "unverified"}, confirmed by ${confirmedBy}`;
      return `Written down: the result in compartment ${compartmentNumber} was collected (${how}).`;
    }
    case "collectionAbandoned":
      return `Written down: nothing was collected from compartment ${payload.compartmentNumber} (${payload.reason}).`;
    case "technicianModeEntered":
      return `${payload.staffId} enters technician mode.`;
    case "evacuationStarted":
      return `${payload.staffId} and ${payload.approvedBy} evacuate the cabinet.`;
    default:
      return undefined;
  }
}

function inCompartment({ compartmentNumber }: { readonly compartmentNumber?: number | undefined }): string {
  return compartmentNumber === undefined ? "" : ` at compartment ${compartmentNumber}`;
}
