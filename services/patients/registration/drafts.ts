import { patientsContract } from '@spark-den/contracts/patients/operations';
import { instant } from '@spark-den/kernel';
import { fail, type Handlers, type Ports } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { decodeCursor, encodeCursor } from '../records/cursor.ts';
import { deleteDraft, draftsBefore, findDraft, insertDraft, updateDraft } from './draft-repository.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;
type DraftData = Parameters<Handle['saveRegistrationDraft']>[1]['data'];

export function saveRegistrationDraft(ports: Ports): Handle['saveRegistrationDraft'] {
  return async (context, { draftId, step, data, basedOnVersion }) => {
    const dataCipher = await ports.cipher.encrypt(context.practiceId, JSON.stringify(data));
    const values = { step, dataCipher, updatedAt: context.now };
    context.audit({ entityType: 'registration-draft', entityId: draftId });
    const saved =
      basedOnVersion === 0
        ? await insertDraft(context.db, {
            ...values,
            id: draftId,
            practiceId: context.practiceId,
            version: 1,
            createdBy: context.principal.displayName,
            createdById: context.principal.id,
          })
        : await updateDraft(context.db, draftId, basedOnVersion, values);
    if (!saved) throw fail(patientsContract, 'patients.version_conflict', { draftId });
    return { id: draftId, version: basedOnVersion + 1, updatedAt: context.now };
  };
}

export function getRegistrationDraft(ports: Ports): Handle['getRegistrationDraft'] {
  return async (context, { draftId }) => {
    const draft = await findDraft(context.db, draftId);
    if (!draft) throw fail(patientsContract, 'patients.draft_not_found', { draftId });
    context.audit({ entityType: 'registration-draft', entityId: draftId });
    const { id, version, step, createdBy, updatedAt } = draft;
    return {
      id,
      version,
      step,
      createdBy,
      updatedAt,
      data: await open(ports, context.practiceId, draft.dataCipher),
    };
  };
}

export function listRegistrationDrafts(ports: Ports): Handle['listRegistrationDrafts'] {
  return async (context, { cursor, limit }) => {
    const before = decodeCursor(cursor);
    const rows = await draftsBefore(
      context.db,
      before && { updatedAt: instant(String(before[0])), id: String(before[1]) },
      limit,
    );
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await Promise.all(
        page.map(async ({ id, step, createdBy, updatedAt, dataCipher }) => {
          const data = await open(ports, context.practiceId, dataCipher);
          return { id, step, createdBy, updatedAt, label: labelOf(data) };
        }),
      ),
      nextCursor: rows.length > limit && last ? encodeCursor([last.updatedAt, last.id]) : null,
    };
  };
}

export const discardRegistrationDraft: Handle['discardRegistrationDraft'] = async (context, { draftId }) => {
  context.audit({ entityType: 'registration-draft', entityId: draftId });
  if (!(await deleteDraft(context.db, draftId))) {
    throw fail(patientsContract, 'patients.draft_not_found', { draftId });
  }
  return { discarded: true };
};

async function open(ports: Ports, practiceId: string, dataCipher: string): Promise<DraftData> {
  return JSON.parse(await ports.cipher.decrypt(practiceId, dataCipher)) as DraftData;
}

/** What tells one draft from another in a list: the name as far as it was typed. */
function labelOf(data: DraftData): string {
  const text = (field: string) => (typeof data[field] === 'string' ? data[field].trim() : '');
  return [text('family'), text('given')].filter(Boolean).join(', ') || 'No name yet';
}
