import { ADD_ON_CODES, EVALUATION_CODES } from '../data/code-groups.ts';
import { hitIf, type Rule } from './rule.ts';

const GUIDE = '837P implementation guide 005010X222A1';

/** Layer 3: modifiers, pointers and units of each line make sense. */
export const lineRules: readonly Rule[] = [
  {
    id: 'CR-301',
    layer: 'line',
    severity: 'error',
    source: `${GUIDE}, SV107`,
    check: claim =>
      claim.lines.flatMap((line, index) =>
        hitIf(line.diagnosisPointers.length === 0, {
          message: `Line ${index + 1} points to no diagnosis.`,
          fields: [`lines.${index}.diagnosisPointers`],
          remedy: 'Point the line to the diagnosis that explains it.',
        }),
      ),
  },
  {
    id: 'CR-302',
    layer: 'line',
    severity: 'error',
    source: `${GUIDE}, SV107`,
    check: claim =>
      claim.lines.flatMap((line, index) =>
        hitIf(
          line.diagnosisPointers.length > 4 ||
            line.diagnosisPointers.some(pointer => pointer < 1 || pointer > claim.diagnoses.length) ||
            new Set(line.diagnosisPointers).size !== line.diagnosisPointers.length,
          {
            message: `Line ${index + 1} points to a diagnosis that is not on the claim, twice to one, or to more than four.`,
            fields: [`lines.${index}.diagnosisPointers`],
            remedy: 'Choose one to four different diagnoses of the claim.',
          },
        ),
      ),
  },
  {
    id: 'CR-303',
    layer: 'line',
    severity: 'error',
    source: `${GUIDE}, SV101`,
    check: claim =>
      claim.lines.flatMap((line, index) =>
        hitIf(line.modifiers.length > 4 || new Set(line.modifiers).size !== line.modifiers.length, {
          message: `Line ${index + 1} has more than four modifiers or one of them twice.`,
          fields: [`lines.${index}.modifiers`],
          remedy: 'Keep at most four different modifiers, those that change the price first.',
        }),
      ),
  },
  {
    id: 'CR-304',
    layer: 'line',
    severity: 'error',
    source: `${GUIDE}, SV104`,
    check: claim =>
      claim.lines.flatMap((line, index) =>
        hitIf(!Number.isInteger(line.units) || line.units < 1 || line.units > 9_999, {
          message: `Line ${index + 1} has no sound number of units.`,
          fields: [`lines.${index}.units`],
          remedy: 'Enter a whole number of units, 1 or more.',
        }),
      ),
  },
  {
    id: 'CR-305',
    layer: 'line',
    severity: 'warning',
    source: 'NCCI policy manual, chapter I: modifiers 25 and 57 belong to evaluation services',
    check: claim =>
      claim.lines.flatMap((line, index) =>
        hitIf(
          line.modifiers.some(modifier => modifier === '25' || modifier === '57') &&
            !EVALUATION_CODES.has(line.code),
          {
            message: `Line ${index + 1} has modifier 25 or 57 on a service that is no evaluation.`,
            fields: [`lines.${index}.modifiers`],
            remedy: 'Move the modifier to the visit, where the record supports it.',
            severity: 'error',
          },
        ),
      ),
  },
  {
    id: 'CR-306',
    layer: 'line',
    severity: 'error',
    source: 'HCPCS Level II long descriptors and NCCI add-on code rules',
    check: claim =>
      claim.lines.flatMap((line, index) => {
        const primaries = ADD_ON_CODES.get(line.code);
        return hitIf(primaries !== undefined && !claim.lines.some(other => primaries.has(other.code)), {
          message: `Line ${index + 1}: ${line.code} is an add-on and its main service is not on the claim.`,
          fields: [`lines.${index}.code`],
          remedy: `Add the main service (${[...(primaries ?? [])].slice(0, 4).join(', ')} …) or take the add-on out.`,
        });
      }),
  },
  {
    id: 'CR-307',
    layer: 'line',
    severity: 'error',
    source: 'One visit by one provider on one day; NCCI policy manual, chapter XI',
    check: claim => {
      const visits = claim.lines.flatMap((line, index) =>
        EVALUATION_CODES.has(line.code) && !line.modifiers.includes('25') ? [index] : [],
      );
      return hitIf(visits.length > 1, {
        message: 'Two evaluation services on one day, and none of them marked as separate.',
        fields: visits.map(index => `lines.${index}.code`),
        remedy:
          'Keep one, or add modifier 25 to the one that the record shows to be significant and separate.',
      });
    },
  },
  {
    id: 'CR-308',
    layer: 'line',
    severity: 'error',
    source: `${GUIDE}, SV102`,
    check: claim =>
      claim.lines.flatMap((line, index) =>
        hitIf(line.chargeCents < 0, {
          message: `Line ${index + 1} has a negative charge.`,
          fields: [`lines.${index}.chargeCents`],
          remedy: 'Correct the fee schedule.',
        }),
      ),
  },
];
