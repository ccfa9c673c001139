import { administrationContract } from '@spark-den/contracts/administration/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { parseRemittance, readInterchanges, transactionsOf } from '@spark-den/x12';
import { servicePrincipal } from '@spark-den/service-kit';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { startBilling, type BillingTest } from '../testing/billing-system.ts';

const CORPUS = new URL('../../../../shared/x12/corpus/835/', import.meta.url);
const files = existsSync(CORPUS) ? readdirSync(CORPUS).map(name => new URL(name, CORPUS)) : [];
if (files.length === 0 && process.env.SPARK_REQUIRE_SHARED)
  throw new Error('the corpus of 835 files is missing');
if (files.length === 0)
  process.stdout.write('skipped: there is no corpus of 835 files beside the repository\n');

/** Files of others, each into a practice of its own that is the file's payee and has no claims. */
(files.length > 0 ? describe : describe.skip)('835 files that nobody here wrote', () => {
  const payees = new Map<string, readonly string[]>();
  let test: BillingTest;
  beforeAll(async () => {
    test = await startBilling({
      fakes: [
        {
          contract: administrationContract,
          dispatch: call => {
            const practiceId = call.credential.kind === 'service' ? call.credential.principal.practiceId : '';
            const [billingNpi = '', taxId = ''] = payees.get(practiceId) ?? [];
            const body = JSON.stringify({ id: practiceId, zone: 'America/Chicago', billingNpi, taxId });
            return Promise.resolve({ status: 200, contentType: 'application/json', body });
          },
        },
      ],
    });
  });
  afterAll(() => test.stop());

  it.each(files.map(file => [decodeURIComponent(file.pathname.split('/').at(-1) ?? ''), file] as const))(
    'RCM-10 RCM-19 posts %s with all its money accounted for, or says why not',
    async (_, file) => {
      const bytes = readFileSync(file);
      const practiceId = randomUUID();
      const facts = [...transactionsOf(readInterchanges(bytes))]
        .filter(({ transaction }) => transaction.set === '835')
        .map(({ transaction }) => parseRemittance(transaction).value);
      payees.set(
        practiceId,
        facts.flatMap(({ payee }) => payee.id ?? []),
      );
      const billing = test.as(billingContract, servicePrincipal('test', practiceId));
      const { remittances } = await test
        .dispatch(
          'billing',
          {
            operation: 'importRemittance',
            input: { fileName: 'x', base64: bytes.toString('base64') },
            idempotencyKey: randomUUID(),
          },
          servicePrincipal('test', practiceId),
        )
        .then(reply => JSON.parse(reply.body) as Awaited<ReturnType<typeof billing.importRemittance>>);
      expect(remittances.length).toBeGreaterThan(0);
      for (const [index, outcome] of remittances.entries()) {
        if (outcome.status !== 'posted') {
          expect(outcome.reason).toBeTruthy();
          expect(outcome.findings.length).toBeGreaterThan(0);
          continue;
        }
        const model = facts[index];
        if (!model) throw new Error('more remittances than the file holds');
        const claims = model.groups.flatMap(group => group.claims);
        expect(outcome.amountCents).toBe(model.amount);
        expect(outcome.unmatched).toHaveLength(claims.filter(claim => claim.status !== '25').length);
        const unapplied = claims.reduce((sum, claim) => sum + claim.paid, 0);
        expect(outcome.unappliedCents).toBe(unapplied);
        const plb = model.providerAdjustments.reduce((sum, item) => sum + item.amount, 0);
        expect(unapplied - plb).toBe(model.creditOrDebit === 'D' ? -model.amount : model.amount);
      }
      const { evidence } = await billing.checkInvariants({});
      expect(evidence.filter(item => !item.ok)).toEqual([]);
    },
  );
});
