import type { Visit } from '@spark-den/contracts/clinical/types';
import type { Instant, LocalDate } from '@spark-den/kernel';
import { formatTimeAt, StatusChip, type WorklistColumn } from '@spark-den/ui';
import { ageAndSex, encounterState, minutesSince, patientName, visitState } from '../lib/visit-words.ts';

interface Lookups {
  readonly zone: string;
  readonly asOf: Instant;
  readonly date: LocalDate;
  readonly nameOfProvider: (id: string) => string;
  readonly nameOfLocation: (id: string) => string;
  readonly withProvider: boolean;
}

/** Longer than this in one state and the minutes stand out. */
const LONG_WAIT_MINUTES = 20;

export function visitColumns(look: Lookups): WorklistColumn<Visit>[] {
  const columns: WorklistColumn<Visit>[] = [
    {
      id: 'time',
      header: 'Time',
      width: '88px',
      cell: visit => <span className="sd-num">{formatTimeAt(visit.start, look.zone)}</span>,
    },
    {
      id: 'patient',
      header: 'Patient',
      primary: true,
      width: 'minmax(180px, 2fr)',
      cell: visit => patientName(visit.patient),
    },
    {
      id: 'age',
      header: 'Age',
      width: '64px',
      cell: visit =>
        visit.patient && <span className="sd-num sd-text2">{ageAndSex(visit.patient, look.date)}</span>,
    },
    {
      id: 'mrn',
      header: 'MRN',
      width: '110px',
      wideOnly: true,
      cell: visit => <span className="sd-num sd-text2">{visit.patient?.mrn}</span>,
    },
    {
      id: 'provider',
      header: 'Provider',
      width: '120px',
      wideOnly: true,
      cell: visit => look.nameOfProvider(visit.providerId),
    },
    {
      id: 'place',
      header: 'Location',
      width: '140px',
      wideOnly: true,
      cell: visit => look.nameOfLocation(visit.locationId),
    },
    { id: 'state', header: 'Visit', width: '156px', cell: visit => <VisitState visit={visit} /> },
    {
      id: 'since',
      header: 'For',
      width: '84px',
      align: 'end',
      wideOnly: true,
      cell: visit => <Since visit={visit} asOf={look.asOf} />,
    },
    { id: 'encounter', header: 'Encounter', width: '124px', cell: visit => <EncounterState visit={visit} /> },
  ];
  return columns.filter(column => look.withProvider || column.id !== 'provider');
}

function VisitState({ visit }: { readonly visit: Visit }) {
  const [tone, word] = visitState(visit.status);
  return <StatusChip tone={tone}>{word}</StatusChip>;
}

function EncounterState({ visit }: { readonly visit: Visit }) {
  const [tone, word] = encounterState(visit);
  return <StatusChip tone={tone}>{word}</StatusChip>;
}

function Since({ visit, asOf }: { readonly visit: Visit; readonly asOf: Instant }) {
  if (visit.status === 'checked-out') return <span className="sd-text2">—</span>;
  const minutes = minutesSince(visit.since, asOf);
  return (
    <span className={minutes >= LONG_WAIT_MINUTES ? 'sd-num sd-strong' : 'sd-num sd-text2'}>
      {minutes} min
    </span>
  );
}
