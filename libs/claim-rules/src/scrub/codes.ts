import type { CodeFacts, ScrubClaim, ScrubFacts } from '../types.ts';
import { hitIf, type Hit, type Rule } from './rule.ts';

/** Layer 2: every code was in force on the date of service. */
export const codeRules: readonly Rule[] = [
  {
    id: 'CR-201',
    layer: 'codes',
    severity: 'error',
    source: 'ICD-10-CM order file (45 CFR 162.1002)',
    check: (claim, { codes }) =>
      claim.diagnoses.flatMap((code, index) => diagnosisHit(codes, claim, code, index)),
  },
  {
    id: 'CR-202',
    layer: 'codes',
    severity: 'error',
    source: 'HCPCS (45 CFR 162.1002)',
    check: (claim, facts) =>
      claim.lines.flatMap((line, index) => {
        const answer = facts.codes.lookup('procedure', line.code, line.dateOfService);
        const field = `lines.${index}.code`;
        if (answer.status === 'unknown') {
          return hitIf(!facts.practiceCodes.has(line.code), {
            message: `${line.code} is no procedure code.`,
            fields: [field],
            remedy: 'Search the code by its words and take the one in force.',
            source: answer.source,
          });
        }
        if (answer.status === 'not-valid-on-date') {
          return hitIf(!facts.practiceCodes.has(line.code), {
            message: `${line.code} was not in force on ${line.dateOfService}.`,
            fields: [field],
            remedy: 'Choose the code that was in force on the date of service.',
            source: answer.source,
          });
        }
        return hitIf(answer.status === 'unverified' && !facts.practiceCodes.has(line.code), {
          message: `${line.code} cannot be verified: its code table is licensed, or newer than the date, and not loaded.`,
          fields: [field],
          remedy: "Add the code to the practice's fee schedule, or check it against the licensed list.",
          severity: 'warning',
          source: answer.source,
        });
      }),
  },
  {
    id: 'CR-203',
    layer: 'codes',
    severity: 'error',
    source: 'HCPCS modifiers (45 CFR 162.1002)',
    check: (claim, { codes }) =>
      claim.lines.flatMap((line, index) =>
        line.modifiers.flatMap(modifier => {
          const answer = codes.lookup('modifier', modifier, line.dateOfService);
          return hitIf(answer.status === 'unknown', {
            message: `${modifier} is no modifier.`,
            fields: [`lines.${index}.modifiers`],
            remedy: 'Take the modifier out or correct it.',
            source: answer.source,
          });
        }),
      ),
  },
  {
    id: 'CR-204',
    layer: 'codes',
    severity: 'error',
    source: 'CMS place of service codes',
    check: (claim, { codes }) =>
      hitIf(codes.lookup('place-of-service', claim.placeOfService).status !== 'valid', {
        message: `${claim.placeOfService} is no place of service.`,
        fields: ['placeOfService'],
        remedy: "Correct the place of service in the location's settings.",
      }),
  },
  {
    id: 'CR-205',
    layer: 'codes',
    severity: 'notice',
    source: 'Editions of the loaded code tables',
    check: (claim, facts) =>
      hitIf(anyBeyondTable(claim, facts), {
        message: 'The date of service is past the newest code tables; the newest ones answered.',
        fields: ['dateOfService'],
        remedy: 'Load the current tables. The claim may go.',
      }),
  },
  {
    id: 'CR-206',
    layer: 'codes',
    severity: 'warning',
    source: 'ICD-10-CM official guidelines, section I.A (external causes are never first)',
    check: claim =>
      hitIf(/^[VWXY]/.test(claim.diagnoses[0] ?? ''), {
        message: 'The first diagnosis is an external cause.',
        fields: ['diagnoses.0'],
        remedy: 'Put the condition that was treated first.',
        severity: 'error',
      }),
  },
];

function diagnosisHit(codes: CodeFacts, claim: ScrubClaim, code: string, index: number): readonly Hit[] {
  const answer = codes.lookup('icd10cm', code, claim.dateOfService);
  const fields = [`diagnoses.${index}`];
  const source = answer.source;
  switch (answer.status) {
    case 'header':
      return [
        {
          message: `${code} is a header: a more specific code must be used.`,
          fields,
          remedy: 'Choose the code with the right further characters.',
          source,
        },
      ];
    case 'not-valid-on-date':
      return [
        {
          message: `${code} was not in force on ${claim.dateOfService}.`,
          fields,
          remedy: 'Choose the code that was in force on the date of service.',
          source,
        },
      ];
    case 'unknown':
      return [
        {
          message: `${code} is no diagnosis code.`,
          fields,
          remedy: 'Search the diagnosis by its words.',
          source,
        },
      ];
    default:
      return hitIf(answer.warnings.includes('first-year'), {
        message: `${code} begins with the fiscal year after ${claim.dateOfService}, unless it was brought forward.`,
        fields,
        remedy: 'Choose a code that was in force on the date of service, or check when this one began.',
        severity: 'warning',
        source,
      });
  }
}

function anyBeyondTable(claim: ScrubClaim, facts: ScrubFacts): boolean {
  const beyond = (warnings: readonly string[]) => warnings.includes('beyond-table');
  return (
    claim.diagnoses.some(code => beyond(facts.codes.lookup('icd10cm', code, claim.dateOfService).warnings)) ||
    claim.lines.some(line => beyond(facts.codes.lookup('procedure', line.code, line.dateOfService).warnings))
  );
}
