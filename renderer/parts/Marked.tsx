import { Fragment } from "react";

/** Text in which `<b>…</b>` is bold; nothing else is markup. */
export function Marked({ text }: { readonly text: string }) {
  return text.split(/(<b>.*?<\/b>)/u).map((part, index) => {
    const bold = /^<b>(.*)<\/b>$/u.exec(part);
    // The parts of one sentence never change places.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    return <Fragment key={index}>{bold === null ? part : <strong>{bold[1]}</strong>}</Fragment>;
  });
}
