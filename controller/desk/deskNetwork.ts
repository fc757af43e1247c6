/** The desk's own network cable: while it is cut, no request leaves this process. */
export interface DeskNetwork {
  readonly fetch: typeof globalThis.fetch;
  readonly isCut: boolean;
  setCut(isCut: boolean): void;
}

export function createDeskNetwork(fetch: typeof globalThis.fetch): DeskNetwork {
  let isCut = false;
  return {
    fetch: (input, init) =>
      isCut ? Promise.reject(new TypeError("The network of the desk is cut.")) : fetch(input, init),
    get isCut() {
      return isCut;
    },
    setCut: (isOn) => {
      isCut = isOn;
    },
  };
}
