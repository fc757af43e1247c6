import { Arrow } from "./Arrow.tsx";
import { Bag } from "./Bag.tsx";
import { LitOpening } from "./LitOpening.tsx";
import { ResultSheet } from "./ResultSheet.tsx";
import "./pictureTokens.css";
import "./OpenDoor.css";
import "./TaskPicture.css";

/** The drawing on a home key: the bag goes into the light, or the result comes out of it. Hidden from speech. */
export function TaskPicture({ task }: { readonly task: "deposit" | "collection" }) {
  return (
    <svg className="task-picture" viewBox="0 0 590 346" aria-hidden="true">
      <path className="task-shadow" d="M506 78L590 112V346H474L424 316V300L506 330Z" />
      <rect className="task-frame" x={74} y={10} width={364} height={308} rx={12} />
      <LitOpening rect={{ x: 96, y: 32, width: 322, height: 264 }} />
      <path className="leaf-face" d="M418 30L508 2V344L418 300Z" />
      <path className="leaf-panel" d="M430 60L496 42V306L430 276Z" />
      <path className="leaf-handle" d="M503 154v50" />
      {task === "deposit" ? (
        <>
          <Arrow x={298} y={164} width={106} towards="right" />
          <Bag x={107} y={192} width={206} />
        </>
      ) : (
        <>
          <Arrow x={284} y={164} width={106} towards="left" />
          <ResultSheet x={106} y={182} width={158} />
        </>
      )}
    </svg>
  );
}
