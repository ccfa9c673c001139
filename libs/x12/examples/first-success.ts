import { parseRemittance, readInterchanges, transactionsOf, validate } from '@spark-den/x12';

/** What is wrong with a file, and what its remittances pay. */
export function firstSuccess(text: string): readonly string[] {
  const told = validate(text).transactions.flatMap(({ errors }) => errors.map(({ message }) => message));
  for (const { transaction } of transactionsOf(readInterchanges(text))) {
    if (transaction.set !== '835') continue;
    const { value, problems } = parseRemittance(transaction);
    if (problems.length === 0) told.push(`${value.payer.name} pays ${value.amount} cents`);
  }
  return told;
}
