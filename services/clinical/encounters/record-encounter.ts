import {
  clinicalContract,
  type recordEncounter as operation,
} from '@spark-den/contracts/clinical/operations';
import { fail, type Handler } from '@spark-den/service-kit';
import type { ServiceCatalogue } from '../codes/service-catalogue.ts';
import type { Database } from '../database.ts';
import { lockEncounter, saveEncounter } from './encounter-repository.ts';
import { showEncounter } from './show-encounter.ts';

export const recordEncounter =
  (catalogue: ServiceCatalogue): Handler<typeof operation, Database> =>
  async (context, { encounterId, content }) => {
    const row = await lockEncounter(context, encounterId);
    if (row.status === 'signed') throw fail(clinicalContract, 'clinical.encounter_signed', { encounterId });
    return showEncounter(context, await saveEncounter(context, row, { content }), catalogue);
  };
