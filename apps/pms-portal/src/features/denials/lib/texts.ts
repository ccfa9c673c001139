import type { Denial } from '@spark-den/contracts/billing/denial-types';
import type { Tone } from '@spark-den/ui';

export const DENIAL_STATUS: Readonly<
  Record<Denial['state'], { readonly tone: Tone; readonly label: string }>
> = {
  open: { tone: 'danger', label: 'Open' },
  in_work: { tone: 'info', label: 'In work' },
  appealed: { tone: 'warning', label: 'Appealed' },
  overturned: { tone: 'success', label: 'Overturned' },
  upheld: { tone: 'neutral', label: 'Upheld' },
  closed: { tone: 'neutral', label: 'Closed' },
};

/** Still to be worked. */
export const isLive = (denial: Pick<Denial, 'state'>): boolean =>
  ['open', 'in_work', 'appealed'].includes(denial.state);

export const codesOf = (denial: Denial): string =>
  [`${denial.group}-${denial.reason}`, ...denial.remarks].join(', ');
