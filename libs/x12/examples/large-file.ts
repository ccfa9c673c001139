import { modelOf, validateStream } from '@spark-den/x12';

/** Judges a file of any size, and turns each transaction that is fine into its model; one transaction is held at a time. */
export async function modelsOf(chunks: AsyncIterable<Uint8Array>, keep: (model: unknown) => void) {
  const report = await validateStream(chunks, { level: 'situational' }, ({ transaction, report: own }) => {
    if (own.ok) keep(modelOf(transaction).model);
  });
  return report.ok;
}
