import { hitIf, type Rule } from './rule.ts';

const profile = (name: string) => `Payer profile of ${name}`;

/** Layer 5: what this payer takes. Everything about a payer comes from its profile. */
export const payerRules: readonly Rule[] = [
  {
    id: 'CR-501',
    layer: 'payer',
    severity: 'error',
    source: 'Payer profile',
    check: (claim, { payer }) =>
      hitIf(!payer.acceptedFrequencies.includes(claim.frequency), {
        message: `${payer.name} does not take claims of frequency ${claim.frequency}.`,
        fields: ['frequency'],
        remedy: 'Ask for a reopening or appeal instead of sending a replacement.',
        source: profile(payer.name),
      }),
  },
  {
    id: 'CR-502',
    layer: 'payer',
    severity: 'error',
    source: '837P implementation guide 005010X222A1, REF*F8',
    check: claim =>
      hitIf(claim.frequency !== '1' && !claim.payerClaimNumber, {
        message: "A replacement or void names no payer's claim number.",
        fields: ['payerClaimNumber'],
        remedy: "Wait for the payer's number from its acknowledgment or remittance.",
      }),
  },
  {
    id: 'CR-503',
    layer: 'payer',
    severity: 'error',
    source: 'Payer profile',
    check: (claim, { payer }) =>
      claim.lines.flatMap((line, index) =>
        hitIf(
          line.modifiers.some(modifier => payer.refusedModifiers.includes(modifier)),
          {
            message: `${payer.name} does not take a modifier of line ${index + 1}.`,
            fields: [`lines.${index}.modifiers`],
            remedy: "Use the modifier that this payer's bulletin names.",
            source: profile(payer.name),
          },
        ),
      ),
  },
  {
    id: 'CR-504',
    layer: 'payer',
    severity: 'error',
    source: 'Payer profile',
    check: (claim, { payer }) =>
      hitIf(claim.lines.length > payer.maxLinesPerClaim, {
        message: `${payer.name} takes at most ${payer.maxLinesPerClaim} lines a claim.`,
        fields: ['lines'],
        remedy: 'Split the claim.',
        source: profile(payer.name),
      }),
  },
  {
    id: 'CR-505',
    layer: 'payer',
    severity: 'error',
    source: 'Payer profile',
    check: (claim, { payer }) =>
      hitIf(claim.payerOrder !== 'primary' && !payer.acceptsElectronicSecondary, {
        message: `${payer.name} takes secondary claims on paper only.`,
        fields: ['payerOrder'],
        remedy: 'Print the claim with the first payer’s remittance.',
        source: profile(payer.name),
      }),
  },
  {
    id: 'CR-506',
    layer: 'payer',
    severity: 'error',
    source: '837P implementation guide 005010X222A1, loops 2320 and 2430',
    check: claim =>
      hitIf(claim.payerOrder !== 'primary' && claim.primaryRemittanceDate === null, {
        message: 'A secondary claim carries no decision of the payer before it.',
        fields: ['primaryRemittanceDate'],
        remedy: "Post the first payer's remittance; the claim follows from it.",
      }),
  },
];
