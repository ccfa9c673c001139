import { topOf } from './geometry.ts';
import type { GridScale, Minute } from './types.ts';

/** Where the day is now. */
export function NowLine({ now, scale }: { readonly now: Minute; readonly scale: GridScale }) {
  if (now < scale.from || now > scale.to) return null;
  return <div className="sd-grid-now" style={{ top: topOf(scale, now) }} aria-hidden="true" />;
}
