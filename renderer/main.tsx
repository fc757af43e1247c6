import { createRoot } from "react-dom/client";
import "#ui/index.css";
import { App } from "./App.tsx";
import { BrokenScreen } from "./frame/BrokenScreen.tsx";
import { startLanguage } from "./language/startLanguage.ts";

document.documentElement.dataset.fit = "window";
const page = document.getElementById("page");
if (page === null) throw new Error("index.html has no element with the id 'page'");
await startLanguage();
createRoot(page).render(
  <BrokenScreen>
    <App />
  </BrokenScreen>,
);
