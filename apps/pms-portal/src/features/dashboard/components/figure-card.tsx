import type { DashboardCard, MetricDefinition } from '@spark-den/contracts/analytics/types';
import { ExplainNumber } from '@spark-den/ui';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { formatChange, formatFigure } from '../lib/figures.ts';

export interface FigureCardProps {
  readonly card: z.output<typeof DashboardCard>;
  readonly asOf: ReactNode;
  readonly rowsTo: string;
  /** What stands below: a choice of what is counted, a figure to be told apart. */
  readonly children?: ReactNode;
}

/** One figure: its label, its value that opens into its definition, its change, and the way to its rows. */
export function FigureCard({ card: { definition, figure }, asOf, rowsTo, children }: FigureCardProps) {
  const { label, unit, comparedWith } = definition;
  return (
    <section className="sd-card" aria-label={label}>
      <span className="sd-card__label">{label}</span>
      <span className="sd-card__value">
        <ExplainNumber label={label} definition={explanation(definition)} asOf={asOf} rowsTo={rowsTo}>
          {formatFigure(figure.value, unit)}
        </ExplainNumber>
      </span>
      {figure.denominator !== null && (
        <span className="sd-meta sd-num">
          {figure.numerator} of {figure.denominator}
        </span>
      )}
      <span className="sd-meta" title={`Compared with ${comparedWith}`}>
        {formatChange(figure, unit) ?? 'Nothing to compare with yet'}
      </span>
      {children}
    </section>
  );
}

function explanation({ formula, excludes, source, citation, comparedWith }: MetricDefinition): string {
  const sentences = [
    `${formula}.`,
    `Left out: ${excludes.charAt(0).toLowerCase()}${excludes.slice(1)}.`,
    `Source: ${source}.`,
    `Change: against ${comparedWith}.`,
    ...(citation ? [`Definition: ${citation}.`] : []),
  ];
  return sentences.join(' ');
}
