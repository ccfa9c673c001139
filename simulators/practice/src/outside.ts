import type { SimulatedSystem } from './system.ts';

/** What happens outside of the practice: card holders, payers who change their mind, files that wait. */
export class Outside {
  readonly #system: SimulatedSystem;

  constructor(system: SimulatedSystem) {
    this.#system = system;
  }

  /** A card holder presses "pay" on the processor's page. */
  async payOnPage(pageUrl: string): Promise<void> {
    const answer = await fetch(pageUrl, {
      method: 'POST',
      body: new URLSearchParams({ outcome: 'pay' }),
      redirect: 'manual',
    });
    if (answer.status !== 303) throw new Error(`the card page answered ${answer.status}`);
  }

  /** The payer grants an appeal of this claim; its answer comes with the next payment. */
  async grantAppeal(patientControlNumber: string): Promise<void> {
    await this.#control('/control/reprocess', { pcn: patientControlNumber, inDays: 1 });
  }

  /** Name of the newest file in the mailbox; undefined while it is empty. */
  async newestFile(): Promise<string | undefined> {
    const answer = await fetch(`${this.#system.clearinghouseUrl}/control/mailbox`);
    return ((await answer.json()) as { newest: string | null }).newest ?? undefined;
  }

  async #control(path: string, body: object): Promise<void> {
    const answer = await fetch(`${this.#system.clearinghouseUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  }
}
