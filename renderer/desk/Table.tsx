import type { DeskCard } from "#core/contract/desk.ts";
import { carriedBy, dropPlace } from "./carrying.ts";
import { QrPicture } from "./QrPicture.tsx";
import "./Table.css";
import { BagPicture, ResultPicture } from "./ThingPicture.tsx";
import type { Hands, Thing } from "./useHands.ts";
import { deskWords } from "./words.ts";

/** What lies before the cabinet: a bag and a result to put in, sample cards to hold before the scanner. */
export function Table({ cards, hands }: { readonly cards: readonly DeskCard[]; readonly hands: Hands }) {
  return (
    <section className="desk-table" aria-label={deskWords.things} {...dropPlace(hands.dropOnTable)}>
      <p className="desk-table-caption">
        {deskWords.things} <small lang="en">{deskWords.thingsEn}</small>
      </p>
      <div className="desk-things">
        <div className="desk-thing-pair">
          <ThingKey thing="bag" name={deskWords.bag} shortcut="T" hands={hands} />
          <ThingKey thing="result" name={deskWords.result} shortcut="Q" hands={hands} />
        </div>
        {cards.map((card) => (
          <CardKey key={card.cardId} card={card} onHold={() => hands.holdCard(card.cardId)} />
        ))}
      </div>
    </section>
  );
}

function ThingKey(props: {
  readonly thing: Thing;
  readonly name: string;
  readonly shortcut: string;
  readonly hands: Hands;
}) {
  const { thing, hands } = props;
  return (
    <button
      type="button"
      className="desk-thing"
      aria-pressed={hands.thing === thing}
      aria-keyshortcuts={props.shortcut}
      onClick={() => hands.pick(thing)}
      {...carriedBy({ kind: "thing", thing })}
    >
      {thing === "bag" ? <BagPicture /> : <ResultPicture />}
      <span>
        {props.name} <span className="desk-shortcut">{props.shortcut}</span>
      </span>
    </button>
  );
}

function CardKey({ card, onHold }: { readonly card: DeskCard; readonly onHold: () => void }) {
  // "Thẻ cán bộ: Nguyễn Thị Lan": the kind, then whose it is.
  const [role, name] = card.title.includes(": ") ? card.title.split(": ") : [undefined, card.title];
  return (
    <button
      type="button"
      className="desk-card"
      data-kind={card.kind}
      onClick={onHold}
      {...carriedBy({ kind: "card", cardId: card.cardId })}
    >
      <span className="desk-card-words">
        {role !== undefined && <span className="desk-card-role">{role}</span>}
        <span className="desk-card-title">{name}</span>
        {card.pin !== undefined && (
          <span className="desk-card-pin">
            {deskWords.pin} <b>{card.pin}</b>
          </span>
        )}
      </span>
      <QrPicture text={card.text} label="QR" />
    </button>
  );
}
