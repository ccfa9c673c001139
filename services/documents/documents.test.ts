import { documentsContract } from '@spark-den/contracts/documents/operations';
import { OTHER_PRACTICE_ID, person, startTestSystem, systemUser, type TestSystem } from '@spark-den/testkit';
import { createHash, randomUUID } from 'node:crypto';
import { documentsService } from './service.ts';

const counselor = person('financial-counselor', [documentsContract]);
const nurse = person('nurse', [documentsContract]);

describe('documents', () => {
  let test: TestSystem;
  beforeAll(async () => {
    test = await startTestSystem({ services: [documentsService] });
  });
  afterAll(() => test.stop());

  const store = (documentId: string, text: string, patientId: string | null = randomUUID()) =>
    test.as(documentsContract, systemUser()).storeDocument({
      documentId,
      kind: 'statement',
      contentType: 'application/pdf',
      fileName: 'statement.pdf',
      patientId,
      subjectType: 'statement',
      subjectId: documentId,
      base64: Buffer.from(text).toString('base64'),
    });

  it('keeps a file once under its id and refuses another one in its place', async () => {
    const id = randomUUID();
    const patientId = randomUUID();
    const results = await Promise.all(Array.from({ length: 6 }, () => store(id, 'one', patientId)));
    expect(new Set(results.map(result => result.sha256))).toEqual(
      new Set([createHash('sha256').update('one').digest('hex')]),
    );
    await expect(store(id, 'two')).rejects.toMatchObject({ code: 'documents.identity_taken' });
    const file = await test.as(documentsContract, counselor).getDocument({ documentId: id });
    expect(Buffer.from(file.base64, 'base64').toString()).toBe('one');
    const listed = await test.as(documentsContract, counselor).listDocuments({ patientId });
    expect(listed.items.map(item => item.documentId)).toEqual([id]);
  });

  it('shows a file only to those who may, in its own practice, and writes every opening down', async () => {
    const id = randomUUID();
    const { patientId } = await store(id, 'secret');
    await expect(test.as(documentsContract, nurse).getDocument({ documentId: id })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const stranger = person('financial-counselor', [documentsContract], OTHER_PRACTICE_ID);
    await expect(test.as(documentsContract, stranger).getDocument({ documentId: id })).rejects.toMatchObject({
      code: 'documents.document_not_found',
    });
    await test.as(documentsContract, counselor).getDocument({ documentId: id });
    const spooled = await test.withRoot('shared', root =>
      root.query<{ event: { action: string; outcome: string } }>(
        'select event from documents.audit_spool where event::text like $1 order by sequence',
        [`%${patientId}%`],
      ),
    );
    expect(spooled.rows.map(row => [row.event.action, row.event.outcome])).toContainEqual([
      'document.opened',
      'success',
    ]);
  });

  it('never shows a file that is not what was stored', async () => {
    const id = randomUUID();
    await store(id, 'true');
    await test.withRoot('shared', root =>
      root.query(`update documents.document set sha256 = 'f' where id = $1`, [id]),
    );
    await expect(test.as(documentsContract, counselor).getDocument({ documentId: id })).rejects.toMatchObject(
      {
        kind: 'internal',
      },
    );
  });
});
