import type { Intent } from "#core/contract/intent.ts";
import type { Secrets } from "./nothingPersonalLeft.ts";

/** Everything personal that people type or hold before the scanner, and whose it is. */
export class SecretsHeard implements Secrets {
  readonly #owners = new Map<string, string>();
  readonly #isStaff: (person: string) => boolean;
  /** Who stands at the machine. */
  #person: string | undefined;

  constructor(isStaff: (person: string) => boolean) {
    this.#isStaff = isStaff;
  }

  ownerOf(text: string): string | undefined {
    return this.#owners.get(text);
  }

  isStaff(person: string): boolean {
    return this.#isStaff(person);
  }

  present(person: string | undefined): void {
    this.#person = person;
  }

  touched(intent: Intent): void {
    if (intent.kind === "enterIdentity") this.#keep(intent.name, intent.idNumber);
    if (intent.kind === "enterPhone") this.#keep(intent.phone, `+84${intent.phone.slice(1)}`);
  }

  /** The QR of a citizen's card: number, old number, name and more, with a bar between two. */
  shown(code: string): void {
    const [number, oldNumber, name] = code.split("|");
    if (number !== undefined && oldNumber !== undefined && name !== undefined) this.#keep(number, oldNumber, name);
  }

  #keep(...texts: readonly string[]): void {
    const person = this.#person;
    // What staff type is about somebody else, and what is short proves nothing where it is found.
    if (person === undefined || this.#isStaff(person)) return;
    for (const text of texts) if (text.length >= 8) this.#owners.set(text, person);
  }
}
