/**
 * What became of a write.
 * - `sent`: every byte was handed to the operating system
 * - `refused`: the transport is not open; no byte left and none is kept for later
 * - `failed`: some bytes may have left; the transport is closing
 */
export type WriteOutcome = "sent" | "refused" | "failed";

/**
 * Carries bytes over one life of one device: opened once, closed once, never reopened. Whoever wants the device back
 * asks its factory for a new transport, so nothing of the old life (queued writes, late bytes) reaches the new one.
 */
export interface Transport {
  /** The path or address, for messages. */
  readonly name: string;
  /** False where the device can only be written to: then no answer may be expected. Known after opening. */
  readonly isReadable: boolean;
  /** Resolves with the reason for which it could not be opened, or with undefined. Never rejects. */
  open(): Promise<string | undefined>;
  /** Writes now or not at all. Never rejects. */
  write(bytes: Uint8Array): Promise<WriteOutcome>;
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Called exactly once if the transport was open, whoever closed it. */
  onClosed(listener: (reason: string) => void): void;
  /** May be called any number of times. Resolves once the device is free. Never rejects. */
  close(reason?: string): Promise<void>;
}

/** Makes a fresh transport, not yet open, for each life of a device. */
export type TransportFactory = () => Transport;
