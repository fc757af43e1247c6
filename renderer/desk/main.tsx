import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "#ui/index.css";
import { DeskPage } from "./DeskPage.tsx";
import { useDesk } from "./useDesk.ts";

function ConnectedDesk() {
  return <DeskPage {...useDesk()} />;
}

const place = document.getElementById("desk");
if (place === null) throw new Error("The desk page lacks its place: an element with the id 'desk'.");
createRoot(place).render(
  <StrictMode>
    <ConnectedDesk />
  </StrictMode>,
);
