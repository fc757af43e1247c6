import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "#ui/index.css";
import { useFakeDesk } from "../fixtures/fakeDesk.ts";
import { DeskPage } from "./DeskPage.tsx";

/** The desk page alone, on a sample state: for work on its looks. No part of the built product. */
function PreviewedDesk() {
  return <DeskPage {...useFakeDesk()} />;
}

const place = document.getElementById("desk");
if (place === null) throw new Error("The preview lacks its place: an element with the id 'desk'.");
createRoot(place).render(
  <StrictMode>
    <PreviewedDesk />
  </StrictMode>,
);
