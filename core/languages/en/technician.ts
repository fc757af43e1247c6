import type { technician as master } from "../vi/technician.ts";
import type { CountedWordsLike } from "../wordsLike.ts";

export const technician: CountedWordsLike<typeof master> = {
  technician: {
    entering: "Entering technician mode",
    enteringLead: "Waiting for the parts of the program to step aside.",
    title: "Technician mode",
    secondPerson: "A second person is needed",
    secondPersonLead: "The second person shows their card to the camera and types their own PIN.",
    evacuation: "Opening the doors in turn",
    leave: "Leave technician mode",
  },
};
