import type { Statement } from '@spark-den/contracts/billing/statement-types';
import { formatCents, subtractCents, type Instant } from '@spark-den/kernel';
import { dateText, letterhead, phoneText, type Letter } from '../letterhead.ts';
import { QUIET_TABLE, renderPdf } from '../pdf.ts';

/** The statement as one letter to one recipient. */
export function statementPdf(
  letter: Letter,
  statement: Omit<Statement, 'documentId' | 'sha256'>,
  at: Instant,
): Promise<Buffer> {
  const amount = (text: string) => ({ text, alignment: 'right' as const });
  const head = (text: string) => ({ text, style: 'head', alignment: 'right' as const });
  const rows = statement.lines.map(line => [
    line.serviceDate ? dateText(line.serviceDate) : '',
    line.label,
    amount(formatCents(line.billedCents)),
    amount(formatCents(line.insurancePaidCents)),
    amount(formatCents(line.adjustedCents)),
    amount(formatCents(line.patientPaidCents)),
    amount(formatCents(line.dueCents)),
  ]);
  const figure = (label: string, text: string) => ({
    stack: [
      { text: label, style: 'label' },
      { text, style: 'figure' },
    ],
  });
  return renderPdf({
    title: `Statement ${statement.number}`,
    at,
    content: [
      ...letterhead(letter),
      { text: 'Statement', style: 'title' },
      {
        text: `${statement.number} · ${dateText(statement.issuedOn)} · Patient ${letter.recipient.name}, MRN ${letter.recipient.mrn}`,
        style: 'label',
        margin: [0, 0, 0, 16],
      },
      {
        columns: [
          figure('You owe', formatCents(statement.amountCents)),
          figure('Please pay by', dateText(statement.dueOn)),
          ...(statement.creditCents > 0
            ? [figure('Credit that we hold', formatCents(statement.creditCents))]
            : []),
        ],
        margin: [0, 0, 0, 20],
      },
      {
        table: {
          headerRows: 1,
          widths: [58, '*', 'auto', 'auto', 'auto', 'auto', 'auto'],
          body: [
            [
              { text: 'Service', style: 'head' },
              { text: '', style: 'head' },
              head('Charge'),
              head('Insurance paid'),
              head('Reduced'),
              head('You paid'),
              head('You owe'),
            ],
            ...rows,
            [
              { text: 'Total', bold: true, colSpan: 6 },
              '',
              '',
              '',
              '',
              '',
              { text: formatCents(statement.amountCents), bold: true, alignment: 'right' },
            ],
          ],
        },
        layout: QUIET_TABLE,
      },
      {
        text: [
          'Your insurance has decided on every service listed here; what it left to you is due. ',
          statement.creditCents > 0
            ? `We hold a credit of ${formatCents(statement.creditCents)} for you; with it, ${formatCents(subtractCents(statement.amountCents, statement.creditCents))} would be left. `
            : '',
          `Questions: ${phoneText(letter.practice.phone)}.`,
        ],
        margin: [0, 20, 0, 0],
      },
    ],
    footer: (page: number, pages: number) => ({
      text: `${statement.number} · page ${page} of ${pages}`,
      style: 'label',
      alignment: 'center',
    }),
  });
}
