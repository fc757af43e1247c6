/** Listeners that come and go, over a source that keeps its listeners for ever. */
export class Listeners<Value> {
  readonly #listeners = new Set<(value: Value) => void>();

  tell(value: Value): void {
    for (const listener of this.#listeners) listener(value);
  }

  /** Listens until the signal says so, or for so long; resolves then. */
  during(listener: (value: Value) => void, until: Promise<void>): Promise<void> {
    this.#listeners.add(listener);
    return until.finally(() => this.#listeners.delete(listener));
  }
}
