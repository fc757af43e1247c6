import { useEffect, useLayoutEffect } from "react";
import type { PageMessage, Setup, Snapshot } from "#core/contract/channel.ts";
import type { Intent } from "#core/contract/intent.ts";
import type { TechnicianView } from "#core/contract/technician.ts";
import { CameraProvider } from "./camera/CameraProvider.tsx";
import { useController } from "./channel/useController.ts";
import { Replaced, Starting } from "./frame/Starting.tsx";
import { speak } from "./language/startLanguage.ts";
import { readScreenAloud, setSpeech } from "./language/useSpeech.ts";
import { ScreenView } from "./screens/registry.tsx";
import { TechnicianViewContext } from "./screens/technician/technicianView.ts";
import { useKeyboardWedge } from "./wedge/useKeyboardWedge.ts";

/** The touch screen: draws the controller's snapshots, or says calmly that the machine is starting. */
export function App() {
  const { state, send, takeOver } = useController();
  useKeyboardWedge(send);
  if (state.kind === "connecting") return <Starting />;
  if (state.kind === "replaced") return <Replaced onTakeOver={takeOver} />;
  return (
    <CameraProvider isWanted={state.snapshot.wantsScan} send={send}>
      <Stage setup={state.setup} snapshot={state.snapshot} technician={state.technician} send={send} />
    </CameraProvider>
  );
}

/** Draws one snapshot in its language, text size and contrast. */
export function Stage(props: {
  readonly setup: Setup;
  readonly snapshot: Snapshot;
  /** Live facts for the technician's screen. */
  readonly technician?: TechnicianView | undefined;
  readonly send: (message: PageMessage) => void;
}) {
  const { setup, snapshot, send } = props;
  const { screen, preferences, visitId, revision } = snapshot;
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.textSize = String(preferences.textSize);
    root.dataset.contrast = preferences.contrast;
    root.dataset.fit = "window";
    speak(preferences.language);
  }, [preferences.textSize, preferences.contrast, preferences.language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new screen is read aloud once
  useEffect(() => {
    if (screen.name === "home") setSpeech(false);
    else readScreenAloud(preferences.language);
  }, [screen.name, visitId]);
  const sendIntent = (intent: Intent) => send({ type: "intent", revision, intent });
  return (
    <TechnicianViewContext value={props.technician}>
      <ScreenView
        key={`${visitId}/${screen.name}`}
        name={screen.name}
        screen={screen}
        setup={setup}
        snapshot={snapshot}
        send={sendIntent}
      />
    </TechnicianViewContext>
  );
}
