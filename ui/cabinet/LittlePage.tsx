import type { CabinetView } from "./DoorState.ts";

/** The page on the drawn screen, in blocks: home with its two keys, or a task with the one lit door. 268 x 476. */
export function LittlePage({ view }: { readonly view: CabinetView }) {
  return view === "home" || view === "desk" ? <LittleHome /> : <LittleTask />;
}

function LittleHome() {
  return (
    <>
      <rect className="little-wall" width="268" height="208" />
      <path className="little-ink" d="M18 34h118v13H18zM18 59h70v13H18z" />
      <rect className="little-cabinet" x="154" y="48" width="92" height="124" />
      <path
        className="little-light"
        d="M160 54h22v50h-22zM160 110h22v56h-22zM188 54h26v26h-26zM188 128h26v38h-26zM220 54h20v30h-20zM220 90h20v76h-20z"
      />
      <rect className="little-lit" x="188" y="86" width="26" height="36" />
      <rect className="little-pavement" y="194" width="268" height="26" />
      <rect className="little-counter" y="218" width="268" height="258" />
      <path className="little-white" d="M16 234h236v86H16zM16 330h236v86H16z" />
      <path className="little-ink" d="M36 270h92v14H36zM36 366h92v14H36z" />
      <path className="little-lit" d="M186 250h52v54h-52zM186 346h52v54h-52z" />
      <path className="little-quiet" d="M16 426h74v36H16zM98 426h72v36H98zM178 426h74v36h-74z" />
    </>
  );
}

function LittleTask() {
  return (
    <>
      <rect className="little-ground" width="268" height="476" />
      <path className="little-done" d="M16 20h36v9H16zM58 20h36v9H58zM100 20h36v9h-36zM142 20h32v9h-32z" />
      <path className="little-lit" d="M180 20h32v9h-32z" />
      <path className="little-white" d="M218 20h34v9h-34z" />
      <path className="little-ink" d="M16 42h134v18H16zM16 72h190v8H16zM16 90h164v8H16z" />
      <rect className="little-cabinet" x="30" y="114" width="200" height="244" />
      <path
        className="little-shutter"
        d="M36 124h42v32H36zM36 162h42v32H36zM36 200h42v32H36zM36 238h42v32H36zM36 276h42v32H36zM134 124h42v32h-42zM134 162h42v32h-42zM134 200h42v28h-42zM134 276h42v32h-42zM134 314h42v32h-42zM182 124h42v32h-42zM182 162h42v32h-42zM182 200h42v32h-42zM182 238h42v32h-42zM182 276h42v70h-42zM36 314h42v32H36z"
      />
      <rect className="little-lit" x="134" y="234" width="46" height="36" />
      <path className="little-leaf" d="M180 234l20-6v50l-20-8z" />
      <rect className="little-counter" y="366" width="268" height="110" />
      <path className="little-white" d="M18 384h20v20H18zM18 422h128v34H18z" />
      <path className="little-lit" d="M98 384h20v20H98z" />
      <path className="little-outline" d="M180 385h18v18h-18z" />
    </>
  );
}
