import type { ReactNode } from 'react';
import { ToneIcon } from './tone-icon.tsx';
import type { Tone } from './tokens.ts';

export interface StatusChipProps {
  readonly tone: Tone;
  readonly children: ReactNode;
  /** Without the shape, for counts beside a title. */
  readonly plain?: boolean;
}

/** A status as shape, word and colour. */
export function StatusChip({ tone, children, plain = false }: StatusChipProps) {
  return (
    <span className={`sd-chip sd-chip--${tone}`}>
      {!plain && <ToneIcon tone={tone} />}
      {children}
    </span>
  );
}
