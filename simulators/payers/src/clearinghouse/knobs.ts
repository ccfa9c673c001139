/** How often the outside world misbehaves. Zero switches a fault off. */
export interface Knobs {
  /** Every n-th 835 of a payer arrives three days after its payment. */
  readonly lateEvery: number;
  /** Every n-th 835 of a payer is delivered once more a day later, in a new envelope. */
  readonly duplicateEvery: number;
  /** Members' quirks: wrong first payments that are reversed and corrected. */
  readonly payerErrors: boolean;
  /** Days until a payer notices its own error. */
  readonly correctionDays: number;
}

export const DEFAULT_KNOBS: Knobs = { lateEvery: 4, duplicateEvery: 5, payerErrors: true, correctionDays: 5 };
