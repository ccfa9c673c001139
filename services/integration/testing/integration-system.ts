import { administrationContract } from '@spark-den/contracts/administration/operations';
import type { Practice } from '@spark-den/contracts/administration/types';
import { clearinghouseServer } from '@spark-den/payers-simulator';
import { fakeService, OTHER_PRACTICE_ID, startTestSystem, type TestSystem } from '@spark-den/testkit';
import type { AddressInfo } from 'node:net';
import { integrationService } from '../service.ts';

const NOW = '2026-11-16T15:00:00.000Z';
const TOKEN = 'partner-token';

/** The service over PostgreSQL beside a clearinghouse over HTTP, both on the same held clock. */
export interface IntegrationSystem {
  readonly test: TestSystem;
  /** Sets both clocks. */
  setNow(now: string): Promise<void>;
  /** Lets the payers decide and pay now. */
  adjudicate(): Promise<void>;
  stop(): Promise<void>;
}

export async function startIntegration(
  options: { readonly token?: string } = {},
): Promise<IntegrationSystem> {
  const clearinghouse = clearinghouseServer({ token: TOKEN });
  await clearinghouse.listen({ host: '127.0.0.1', port: 0 });
  const { port } = clearinghouse.server.address() as AddressInfo;
  const control = async (path: string, payload: object) => {
    const reply = await clearinghouse.inject({ method: 'POST', url: `/control/${path}`, payload });
    if (reply.statusCode !== 200) throw new Error(`control ${path}: ${reply.statusCode}`);
  };
  await control('clock', { now: NOW });
  const test = await startTestSystem({
    services: [integrationService],
    fakes: [
      fakeService(administrationContract, {
        getPractice: (_, call) => practice(practiceOf(call.credential)),
      }),
    ],
    now: NOW,
    settings: {
      clearinghouseUrl: `http://127.0.0.1:${port}`,
      clearinghouseToken: options.token ?? TOKEN,
    },
  });
  return {
    test,
    async setNow(now) {
      test.clock.set(now);
      await control('clock', { now });
    },
    adjudicate: () => control('adjudicate', {}),
    async stop() {
      await test.stop();
      await clearinghouse.close();
    },
  };
}

function practiceOf(credential: { readonly kind: string }): string {
  return (credential as { principal?: { practiceId: string } }).principal?.practiceId ?? '';
}

function practice(id: string): Practice {
  const northfield = id === OTHER_PRACTICE_ID;
  return {
    id,
    name: northfield ? 'Northfield Pediatrics' : 'Harbor Point Family Medicine',
    zone: 'America/Chicago' as Practice['zone'],
    billingNpi: '1990000105',
    taxId: '36-4000001',
    taxonomyCode: '207Q00000X',
    address: {
      line1: '410 Lakeshore Drive',
      line2: null,
      city: 'Evanston',
      state: 'IL',
      postalCode: '602014410',
    },
    phone: '8475550100',
    tradingPartner: {
      submitterId: northfield ? 'NORTHFLD' : 'HARBORPT',
      receiverId: 'BRIGHTCH',
      receiverName: 'Brightline Clearinghouse',
      contactName: 'Billing office',
      contactPhone: '8475550100',
    },
    policies: { missingChargeHours: 24, billHoldDays: 0 },
  };
}
