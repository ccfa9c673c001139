import type { integrationContract } from '@spark-den/contracts/integration/operations';
import type { Handler, Ports } from '@spark-den/service-kit';
import type { IntegrationDatabase } from '../database.ts';
import { newEnvelope } from '../trading-partner.ts';

type Reserve = Handler<(typeof integrationContract)['operations']['reserveEnvelope'], IntegrationDatabase>;

/** One number serves as ISA13 and GS06, since each of our interchanges has one group. */
export function reserveEnvelope(ports: Ports): Reserve {
  return async (context, { transactions }) => {
    const { control, ...envelope } = await newEnvelope(context, ports);
    return {
      ...envelope,
      interchangeControl: control,
      groupControl: control,
      transactionControls: Array.from({ length: transactions }, (_, index) =>
        String(index + 1).padStart(4, '0'),
      ),
    };
  };
}
