/** The Idempotency-Key of one call, and how far its commands have come. */
export type Idempotency = {
  key: string;
  /** SHA-256 of what was asked for. */
  requestHash: Buffer;
  /** How many commands the call has begun. */
  steps: number;
  /** Whether one of them had run before. */
  isReplay: boolean;
};
