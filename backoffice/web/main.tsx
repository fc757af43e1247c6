import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { assert } from "#core/base/assert.ts";
import "#ui/fonts.css";
import "#ui/tokens.css";
import "#ui/base.css";
import "./backoffice.css";
import { App } from "./App.tsx";

const place = document.getElementById("page");
assert(place, "The page lacks its place for the application.");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
