import type { Denial } from '@spark-den/contracts/billing/denial-types';
import type { LocalDate } from '@spark-den/kernel';
import { DateText, DeadlineChip, FactList, MoneyText, StatusChip } from '@spark-den/ui';
import { Link } from 'react-router-dom';
import { codesOf, DENIAL_STATUS, isLive } from '../lib/texts.ts';

interface DenialFactsProps {
  readonly denial: Denial;
  readonly patientName: string;
  readonly today: LocalDate;
}

export function DenialFacts({ denial, patientName, today }: DenialFactsProps) {
  const status = DENIAL_STATUS[denial.state];
  return (
    <FactList
      facts={[
        ['Status', <StatusChip tone={status.tone}>{status.label}</StatusChip>],
        [
          'Deadline',
          isLive(denial) ? (
            <DeadlineChip due={denial.deadline} today={today} />
          ) : (
            <DateText value={denial.deadline} />
          ),
        ],
        ['Next action', isLive(denial) ? denial.nextAction : '—'],
        [
          'Next action on',
          isLive(denial) && denial.nextActionOn ? <DateText value={denial.nextActionOn} /> : null,
        ],
        ['Owner', denial.ownerName ?? 'Nobody'],
        ['Denied', <MoneyText value={denial.amountCents} strong />],
        ['Codes', codesOf(denial)],
        ['Cause arises at', denial.rootCauseOwner],
        ['Can be won back', denial.recoverable ? 'Usually' : 'Rarely'],
        [
          'Service',
          <>
            {denial.code}
            {denial.serviceDate && (
              <>
                {' of '}
                <DateText value={denial.serviceDate} />
              </>
            )}
          </>,
        ],
        ['Claim', <Link to={`/claims/${denial.claimId}`}>{denial.patientControlNumber}</Link>],
        ['Patient', <Link to={`/accounts/${denial.patientId}`}>{patientName}</Link>],
        ['Payer', denial.payerName],
        ['Denied on', <DateText value={denial.deniedOn} />],
      ]}
    />
  );
}
