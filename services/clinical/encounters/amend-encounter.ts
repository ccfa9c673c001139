import { EncounterAmended, EncounterSigned } from '@spark-den/contracts/clinical/events';
import { clinicalContract, type amendEncounter as operation } from '@spark-den/contracts/clinical/operations';
import { fail, type Handler } from '@spark-den/service-kit';
import type { ServiceCatalogue } from '../codes/service-catalogue.ts';
import type { Database } from '../database.ts';
import { sameContent } from './encounter.ts';
import { addRevision, listRevisions, lockEncounter, saveEncounter } from './encounter-repository.ts';
import { showEncounter } from './show-encounter.ts';
import { billable, mustBeComplete, signature } from './sign-encounter.ts';

export const amendEncounter =
  (catalogue: ServiceCatalogue): Handler<typeof operation, Database> =>
  async (context, { encounterId, content, reason }) => {
    const row = await lockEncounter(context, encounterId);
    if (row.status !== 'signed')
      throw fail(clinicalContract, 'clinical.encounter_not_signed', { encounterId });
    if (sameContent(row.content, content))
      throw fail(clinicalContract, 'clinical.nothing_amended', { encounterId });
    await mustBeComplete(context, { ...row, content }, catalogue);
    const version = (await listRevisions(context, encounterId)).length + 1;
    const amended = await saveEncounter(context, row, { content });
    await addRevision(context, amended, { number: version, reason });
    await context.emit(EncounterAmended, { ...billable(amended), version }, amended.appointmentId);
    await context.emit(EncounterSigned, signature(amended, version), amended.appointmentId);
    return showEncounter(context, amended, catalogue);
  };
