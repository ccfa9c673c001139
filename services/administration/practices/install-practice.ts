import { PracticeInstalled } from '@spark-den/contracts/administration/events';
import { administrationContract } from '@spark-den/contracts/administration/operations';
import { fail } from '@spark-den/service-kit';
import type { AdministrationContext } from '../database.ts';
import { writeFeeItems } from '../fee-schedules/fee-schedule-repository.ts';
import { writeRecords } from './master-data-repository.ts';
import { danglingReferences, type ParsedDocument } from './practice-document.ts';

/** Installs the whole practice; what is there and equal is left alone. Records that a document omits stay. */
export async function installPractice(context: AdministrationContext, document: ParsedDocument) {
  const { practiceId } = context;
  if (document.practice.id !== practiceId) {
    throw fail(administrationContract, 'administration.practice_mismatch', {
      practiceId: document.practice.id,
    });
  }
  const [dangling] = danglingReferences(document);
  if (dangling) throw fail(administrationContract, 'administration.dangling_reference', { ...dangling });

  const { id: _, ...practice } = document.practice;
  const owned = <T extends object>(records: readonly T[]) =>
    records.map(record => ({ ...record, practiceId }));
  const byId = ['practiceId', 'id'];
  let written = await writeRecords(context, 'practice', ['practiceId'], [{ ...practice, practiceId }]);
  written += await writeRecords(context, 'location', byId, owned(document.locations));
  written += await writeRecords(context, 'provider', byId, owned(document.providers));
  written += await writeRecords(context, 'room', byId, owned(document.rooms));
  written += await writeRecords(context, 'equipment', byId, owned(document.equipment));
  written += await writeRecords(context, 'payer', byId, owned(document.payers));
  written += await writeRecords(context, 'plan', byId, owned(document.plans));
  const schedules = document.feeSchedules.map(({ items: _items, ...schedule }) => schedule);
  written += await writeRecords(context, 'feeSchedule', byId, owned(schedules));
  for (const schedule of document.feeSchedules)
    written += await writeFeeItems(context, schedule.id, schedule.items);

  if (written > 0) await context.emit(PracticeInstalled, { practiceId }, practiceId);
  context.audit({ entityType: 'practice', entityId: practiceId, detail: { written } });
  return { practiceId, written };
}
