import { Arrow } from "./Arrow.tsx";
import { Bag } from "./Bag.tsx";
import { LitOpening } from "./LitOpening.tsx";
import { ResultSheet } from "./ResultSheet.tsx";
import "./pictureTokens.css";
import "./OpenDoor.css";
import "./TaskPicture.css";

/** The drawing on a home key: the bag goes into the light, or the result comes out of it. Hidden from speech. */
export function TaskPicture({ task }: { readonly task: "deposit" | "collection" }) {
  const rect = { x: 118, y: 20, width: 330, height: 228 };
  return (
    <svg className="task-picture" viewBox="0 0 590 280" aria-hidden="true">
      <path className="task-shadow" d="M512 64l66 24v176h-100l-50-24z" />
      <rect className="task-frame" x={102} y={6} width={360} height={256} rx={8} />
      <LitOpening rect={rect} />
      <path className="leaf-face" d="M444 30L514 2V278L444 244Z" />
      <path className="leaf-panel" d="M457 54L500 38V240L457 224Z" />
      <path className="leaf-handle" d="M508 128v42" />
      {task === "deposit" ? (
        <>
          <Arrow x={296} y={140} width={96} towards="right" />
          <Bag x={124} y={164} width={182} />
        </>
      ) : (
        <>
          <Arrow x={284} y={140} width={96} towards="left" />
          <ResultSheet x={124} y={166} width={136} />
        </>
      )}
    </svg>
  );
}
