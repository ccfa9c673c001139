import { administrationContract } from '@spark-den/contracts/administration/operations';
import { analyticsContract } from '@spark-den/contracts/analytics/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { createClient, fetchTransport, type Client, type Transport } from '@spark-den/contracts/client';
import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import { signIn } from '@spark-den/contracts/gateway/sign-in';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { DEMO_PASSWORD } from './demo-users.ts';
import type { SimulatedSystem } from './system.ts';
import { pause } from './wait.ts';

const contracts = {
  administration: administrationContract,
  analytics: analyticsContract,
  billing: billingContract,
  clinical: clinicalContract,
  integration: integrationContract,
  patients: patientsContract,
  scheduling: schedulingContract,
} as const;

/** Everything that a signed-in person may call, typed. */
export type Desk = { readonly [K in keyof typeof contracts]: Client<(typeof contracts)[K]> };

const CLINICAL = new Set(['physician', 'nurse']);

/** The people of the practice at their desks, each through the portal's own door. */
export class Staff {
  readonly #system: SimulatedSystem;
  readonly #desks = new Map<string, Promise<Desk>>();

  constructor(system: SimulatedSystem) {
    this.#system = system;
  }

  readonly frontDesk = () => this.#at('frontdesk', 'front-desk');
  readonly biller = () => this.#at('billing', 'biller');
  readonly manager = () => this.#at('manager', 'manager');
  readonly nurse = () => this.#at('nurse', 'front-desk');
  readonly physician = (login: string) => this.#at(login, 'physician');

  #at(login: string, kind: string): Promise<Desk> {
    const key = `${login} ${kind}`;
    let desk = this.#desks.get(key);
    if (!desk) {
      desk = this.#open(`${login}@harborpoint.example`, CLINICAL.has(kind));
      this.#desks.set(key, desk);
    }
    return desk;
  }

  async #open(email: string, isClinical: boolean): Promise<Desk> {
    const url = isClinical ? this.#system.clinicalUrl : this.#system.pmsUrl;
    const session = await signIn(url, { email, password: DEMO_PASSWORD });
    const transport = patient(
      fetchTransport(`${url}/api/v1`, async () => ({
        authorization: `Bearer ${await session.accessToken()}`,
      })),
    );
    const entries = Object.entries(contracts).map(([name, contract]) => [
      name,
      createClient(contract, transport),
    ]);
    return Object.fromEntries(entries) as Desk;
  }
}

/** Waits as long as the edge asks when it is told to slow down; the key of the call stays the same. */
function patient(transport: Transport): Transport {
  return async request => {
    for (let attempt = 0; ; attempt += 1) {
      const response = await transport(request);
      if ((response.status !== 429 && response.status !== 503) || attempt >= 20) return response;
      await pause(250 * (attempt + 1));
    }
  };
}
