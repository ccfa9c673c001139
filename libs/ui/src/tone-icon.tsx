import type { ReactElement } from 'react';
import type { Tone } from './tokens.ts';

const SHAPES: Readonly<Record<Tone, ReactElement>> = {
  neutral: <circle cx="6" cy="6" r="3.75" fill="none" strokeWidth="1.5" />,
  info: <path d="M1.5 6h8M6.5 2.75 9.75 6 6.5 9.25" fill="none" strokeWidth="1.5" />,
  progress: (
    <>
      <circle cx="6" cy="6" r="3.75" fill="none" strokeWidth="1.5" />
      <path d="M6 2.25a3.75 3.75 0 0 1 0 7.5z" stroke="none" fill="currentColor" />
    </>
  ),
  success: <path d="M2 6.5 4.75 9.25 10 3" fill="none" strokeWidth="1.75" />,
  warning: (
    <>
      <path d="M6 1.5v5.5" fill="none" strokeWidth="2" />
      <circle cx="6" cy="10" r="1.2" stroke="none" fill="currentColor" />
    </>
  ),
  danger: <path d="M6 1.5 11 10.5H1z" stroke="none" fill="currentColor" />,
  critical: <rect x="2" y="2" width="8" height="8" stroke="none" fill="currentColor" />,
};

/** The shape of a tone. Decoration only: a word always stands beside it. */
export function ToneIcon({ tone, size = 11 }: { readonly tone: Tone; readonly size?: number }) {
  return (
    <svg
      className="sd-tone-icon"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      stroke="currentColor"
      aria-hidden="true"
    >
      {SHAPES[tone]}
    </svg>
  );
}
