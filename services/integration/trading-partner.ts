import { administrationContract } from '@spark-den/contracts/administration/operations';
import { localDateAt, localTimeAt } from '@spark-den/kernel';
import type { Ports } from '@spark-den/service-kit';
import type { IntegrationContext } from './database.ts';
import { nextControlNumber } from './files/interchange-file-repository.ts';

/** Mutually defined: the ids that the clearinghouse gave us. */
const QUALIFIER = 'ZZ';

export interface Envelope {
  readonly sender: { readonly qualifier: string; readonly id: string };
  readonly receiver: { readonly qualifier: string; readonly id: string };
  readonly usage: 'T' | 'P';
  readonly control: number;
  /** Wall clock of the practice. */
  readonly at: string;
}

/** Addresses, a fresh control number and the time for one outgoing interchange. */
export async function newEnvelope(context: IntegrationContext, ports: Ports): Promise<Envelope> {
  const { tradingPartner, zone } = await context.call(administrationContract).getPractice({});
  return {
    sender: { qualifier: QUALIFIER, id: tradingPartner.submitterId },
    receiver: { qualifier: QUALIFIER, id: tradingPartner.receiverId },
    usage: ports.settings.x12Usage,
    control: await nextControlNumber(context),
    at: `${localDateAt(context.now, zone)}T${localTimeAt(context.now, zone)}`,
  };
}
