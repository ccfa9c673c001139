import type { LoggedEvent } from '@spark-den/contracts/audit/types';
import { actorText, FactList, PeekPanel, StatusChip, TimeText } from '@spark-den/ui';
import { Link } from 'react-router-dom';
import type { z } from 'zod';
import { actionText, codeText, KINDS, OUTCOME, serviceText } from '../lib/texts.ts';

type Event = z.output<typeof LoggedEvent>;

interface EventPeekProps {
  readonly event: Event;
  readonly patientName: string | undefined;
  readonly onClose: () => void;
}

/** One entry with all that the log knows: who, which patient, what, why, from where, and its seal. */
export function EventPeek({ event, patientName, onClose }: EventPeekProps) {
  const outcome = OUTCOME[event.outcome];
  return (
    <PeekPanel
      title={actionText(event.action)}
      subtitle={<TimeText value={event.occurredAt} form="full" />}
      onClose={onClose}
    >
      <FactList
        facts={[
          ['Outcome', <StatusChip tone={outcome.tone}>{outcome.label}</StatusChip>],
          ...(event.errorCode ? ([['Reason', event.errorCode]] as const) : []),
          ['Who', actorText(event.actorName)],
          [
            'Patient',
            event.patientId ? (
              <Link to={`/patients/${event.patientId}`}>{patientName ?? 'Open record'}</Link>
            ) : (
              '—'
            ),
          ],
          ['Done', `${KINDS[event.kind]}, in ${serviceText(event.service)}`],
          ['Operation', event.operation],
          ['Concerns', [event.entityType, event.entityId].filter(Boolean).join(' ') || '—'],
          ['Purpose', codeText(event.purpose)],
          ['From', event.sourceAddress ?? '—'],
          ['Request', <span className="sd-num">{event.requestId}</span>],
          [
            'Seal',
            event.position === null ? (
              'Waits for the next seal'
            ) : (
              <>
                Position {event.position}
                {event.sealedAt && (
                  <>
                    , <TimeText value={event.sealedAt} form="short" />
                  </>
                )}
              </>
            ),
          ],
          ...Object.entries(event.detail).map(([name, value]) => [name, detailText(value)] as const),
        ]}
      />
    </PeekPanel>
  );
}

function detailText(value: Event['detail'][string]): string {
  if (value === null) return '—';
  return Array.isArray(value) ? value.join(', ') || '—' : String(value);
}
