import { ZERO } from '@spark-den/kernel';
import type { ChargeLineRow, ChargeRow } from '../charges/charge-repository.ts';
import type { ContentLine } from './claim-content.ts';

/** Diagnoses and lines of a claim from its charges: each diagnosis once, pointers moved along. */
export function linesOfClaim(
  charges: readonly Pick<ChargeRow, 'id' | 'diagnoses' | 'dateOfService'>[],
  rows: readonly ChargeLineRow[],
  newId: () => string,
): { readonly diagnoses: readonly string[]; readonly lines: readonly ContentLine[] } {
  const diagnoses = [...new Set(charges.flatMap(charge => charge.diagnoses))];
  const lines = charges.flatMap(charge =>
    rows
      .filter(row => row.chargeId === charge.id)
      .map(row => ({
        lineId: newId(),
        lineNumber: 0,
        lineControlNumber: '',
        chargeId: charge.id,
        chargeLineId: row.id,
        code: row.code,
        label: row.label,
        modifiers: row.modifiers,
        units: row.units,
        diagnosisPointers: row.diagnosisPointers.flatMap(pointer => {
          const code = charge.diagnoses[pointer - 1];
          return code === undefined ? [] : [diagnoses.indexOf(code) + 1];
        }),
        dateOfService: charge.dateOfService,
        chargeCents: row.chargeCents ?? ZERO,
      })),
  );
  return { diagnoses, lines: lines.map((line, index) => ({ ...line, lineNumber: index + 1 })) };
}
