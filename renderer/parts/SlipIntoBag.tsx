import { Arrow } from "#ui/cabinet/Arrow.tsx";
import { Bag } from "#ui/cabinet/Bag.tsx";
import "#ui/cabinet/pictureTokens.css";
import "#ui/cabinet/OpenDoor.css";
import "./SlipIntoBag.css";

/** The printed slip goes into the bag. A drawing beside the same words, hidden from speech. */
export function SlipIntoBag() {
  return (
    <svg className="slip-into-bag" viewBox="0 0 760 420" aria-hidden="true">
      <path className="slip-shadow" d="M70 70h190v300H70z" />
      <path className="slip-sheet" d="M50 50h190v300H50z" />
      <path
        className="slip-code"
        d="M80 130h42v42H80zM168 130h42v42h-42zM80 218h42v42H80zM140 148h16v16h-16zM140 190h34v16h-34zM186 200h24v24h-24zM150 226h20v34h-20z"
      />
      <path className="slip-line" d="M80 84H210M80 104H170M80 288H210M80 312H180" />
      <Arrow x={345} y={210} width={110} towards="right" />
      <Bag x={580} y={215} width={300} />
    </svg>
  );
}
