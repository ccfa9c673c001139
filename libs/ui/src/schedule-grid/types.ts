import type { Tone } from '../tokens.ts';

/** Minutes after midnight on the wall clock of the day that the grid shows. */
export type Minute = number;

export interface GridColumn {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
}

export type GridColor = 'teal' | 'blue' | 'violet' | 'amber' | 'rose' | 'slate';

export interface GridEvent {
  readonly id: string;
  readonly columnId: string;
  readonly start: Minute;
  readonly end: Minute;
  readonly title: string;
  /** Second line: what kind of visit, where. */
  readonly detail: string;
  readonly color: GridColor;
  readonly tone: Tone;
  /** The status in a word; always beside its shape. */
  readonly status: string;
  /** `done` fades, `broken` is hatched. */
  readonly look: 'plain' | 'done' | 'broken';
  readonly movable: boolean;
}

/** Behind the events: when somebody works, is away, or a time is held. */
export interface GridBlock {
  readonly columnId: string;
  readonly start: Minute;
  readonly end: Minute;
  readonly kind: 'open' | 'away' | 'held';
  readonly label?: string;
}

/** Where an event would go. */
export interface GridMove {
  readonly id: string;
  readonly columnId: string;
  readonly start: Minute;
  readonly end: Minute;
}

export interface GridPlace {
  readonly columnId: string;
  readonly start: Minute;
}

/** A move that has not happened yet, as it is drawn. */
export interface Ghost extends GridMove {
  readonly title: string;
  /** Why it would not fit. */
  readonly problem: string | undefined;
}

export interface GridScale {
  readonly from: Minute;
  readonly to: Minute;
  readonly slotMinutes: number;
  readonly slotHeight: number;
  readonly snapMinutes: number;
}
