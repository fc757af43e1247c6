import { DeviceMobileIcon } from "@phosphor-icons/react/dist/csr/DeviceMobile";
import type { DeskState } from "#core/contract/desk.ts";
import "./Telephone.css";
import { deskWords } from "./words.ts";

/** Props of the telephone. */
export interface TelephoneProps {
  readonly messages: DeskState["messages"];
  /** IANA name of the kiosk's time zone. */
  readonly timeZone: string;
}

/** The citizen's telephone with the messages that arrived, newest first; digits of a code can be selected and copied. */
export function Telephone({ messages, timeZone }: TelephoneProps) {
  const newestFirst = messages.toReversed();
  return (
    <section className="desk-panel desk-panel--telephone" aria-labelledby="desk-telephone">
      <h2 id="desk-telephone">
        <DeviceMobileIcon weight="bold" aria-hidden="true" /> {deskWords.telephone}{" "}
        <small lang="en">{deskWords.telephoneEn}</small>
      </h2>
      <div className="desk-telephone" aria-live="polite">
        {newestFirst.length === 0 && <p className="desk-quiet">{deskWords.noMessage}</p>}
        {newestFirst.map((message) => (
          <article key={`${message.atMs} ${message.text}`} className="desk-message">
            <p className="desk-message-head">
              {message.phone} <time>{timeOf(message.atMs, timeZone)}</time>
            </p>
            <p>{message.text}</p>
          </article>
        ))}
      </div>
    </section>
  );
}

function timeOf(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat("vi-VN", { timeZone, hour: "2-digit", minute: "2-digit" }).format(atMs);
}
