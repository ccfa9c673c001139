import type { Claim } from '@spark-den/contracts/billing/claim-types';
import { DateText, Ledger, MoneyText } from '@spark-den/ui';
import { diagnosisText, pointerLetter } from '../lib/claim-text.ts';

/** Diagnoses with the letters that the lines point to, and the lines with their control numbers. */
export function ClaimLines({ claim }: { readonly claim: Claim }) {
  return (
    <>
      <div className="sd-codes" aria-label="Diagnoses">
        {claim.diagnoses.map((code, index) => (
          <span key={code} className="sd-num">
            <span className="sd-text2">{pointerLetter(index + 1)}</span>{' '}
            <strong>{diagnosisText(code)}</strong>{' '}
            <span className="sd-text2">{claim.diagnosisLabels[index]}</span>
          </span>
        ))}
      </div>
      <Ledger
        label="Services"
        rows={claim.lines}
        rowKey={line => line.lineId}
        columns={[
          { header: '#', cell: line => line.lineNumber },
          { header: 'Date', cell: line => <DateText value={line.dateOfService} /> },
          {
            header: 'Service',
            cell: line => (
              <>
                <strong className="sd-num">{[line.code, ...line.modifiers].join('-')}</strong>{' '}
                <span className="sd-text2">{line.label}</span>
              </>
            ),
          },
          { header: 'For', cell: line => line.diagnosisPointers.map(pointerLetter).join(' ') },
          { header: 'Units', cell: line => line.units, money: true },
          { header: 'Charge', cell: line => <MoneyText value={line.chargeCents} />, money: true },
          { header: 'Line control', cell: line => <span className="sd-num">{line.lineControlNumber}</span> },
        ]}
        totals={['', '', 'Total', '', '', <MoneyText key="total" value={claim.totalCents} strong />, '']}
      />
    </>
  );
}
