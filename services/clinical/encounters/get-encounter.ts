import type { getEncounter as operation } from '@spark-den/contracts/clinical/operations';
import type { Handler } from '@spark-den/service-kit';
import type { ServiceCatalogue } from '../codes/service-catalogue.ts';
import type { Database } from '../database.ts';
import { getEncounterRow } from './encounter-repository.ts';
import { showEncounter } from './show-encounter.ts';

export const getEncounter =
  (catalogue: ServiceCatalogue): Handler<typeof operation, Database> =>
  async (context, { encounterId }) =>
    showEncounter(context, await getEncounterRow(context, encounterId), catalogue);
