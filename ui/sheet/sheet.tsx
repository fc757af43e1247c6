import type { ComponentType } from "react";
import { createRoot } from "react-dom/client";
import { DoorPage, FaultPage } from "./DoorPage.tsx";
import { HomePage } from "./HomePage.tsx";
import { PadPage } from "./PadPage.tsx";
import { CameraPage, ReceiptPage } from "./ReceiptPage.tsx";
import { StaffPage } from "./StaffPage.tsx";
import { StatesPage } from "./StatesPage.tsx";
import { WidgetsPage } from "./WidgetsPage.tsx";
import "../index.css";
import "./sheet.css";

const pages: Readonly<Record<string, ComponentType>> = {
  home: HomePage,
  door: DoorPage,
  fault: FaultPage,
  pad: PadPage,
  states: StatesPage,
  receipt: ReceiptPage,
  camera: CameraPage,
  staff: StaffPage,
  widgets: WidgetsPage,
};

/** `?page=home&size=4&contrast=high&daylight=night` chooses what the sheet shows. */
const wanted = new URLSearchParams(location.search);
const root = document.documentElement.dataset;
root.textSize = wanted.get("size") ?? "2";
root.contrast = wanted.get("contrast") ?? "normal";
root.daylight = wanted.get("daylight") ?? "day";
const Page = pages[wanted.get("page") ?? "widgets"] ?? WidgetsPage;
const place = document.getElementById("sheet");
if (place !== null) createRoot(place).render(<Page />);
