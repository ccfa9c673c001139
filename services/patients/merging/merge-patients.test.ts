import { CASCADE, MEDICAID, someone, startPatients, type PatientsTest } from '../test-support.ts';

let t: PatientsTest;
beforeAll(async () => {
  t = await startPatients();
});
afterAll(() => t.test.stop());

async function twoRecords(number: number) {
  const { patientId: left } = await t.frontDesk.registerPatient({
    demographics: someone(number),
    coverages: [
      { payerId: CASCADE, memberId: `A${number}`, relationship: 'self', rank: 1, validFrom: '2026-01-01' },
    ],
  });
  const { patientId: right } = await t.frontDesk.registerPatient({
    demographics: someone(number, {
      name: { family: 'Montgomery', given: someone(number).name.given },
      email: 'new@example.org',
    }),
    coverages: [
      { payerId: MEDICAID, memberId: `B${number}`, relationship: 'self', rank: 2, validFrom: '2026-01-01' },
    ],
    duplicateDecision: { decision: 'different-person', consideredPatientIds: [left], reason: 'Not sure yet' },
  });
  return { left, right };
}

/** Every row of the patients' own tables, but the merges and what grows by design. */
const snapshot = (ids: string[]) =>
  t.test.withRoot('business', async client => {
    const rows: unknown[] = [];
    for (const table of ['patient_key', 'consent', 'coverage']) {
      rows.push(
        (
          await client.query(
            `select x::text from patients.${table} x where patient_id = any($1) order by 1`,
            [ids],
          )
        ).rows,
      );
    }
    rows.push(
      (
        await client.query(
          `select to_jsonb(p) - 'version' as row from patients.patient p where id = any($1) order by id`,
          [ids],
        )
      ).rows,
    );
    return rows;
  });

describe('merging two records', () => {
  it('MPI-04 makes one record an alias of the other: every id, search and coverage leads to the survivor', async () => {
    const { left, right } = await twoRecords(1);
    const { mergeId } = await t.manager.mergePatients(
      {
        patientId: left,
        mergedPatientId: right,
        mergedVersion: 1,
        take: ['name', 'email'],
        reason: 'Married',
      },
      { version: 1 },
    );
    expect(mergeId).toBeTruthy();
    const merged = await t.frontDesk.getPatient({ patientId: right });
    expect(merged).toMatchObject({
      id: left,
      version: 2,
      name: { family: 'Montgomery' },
      email: 'new@example.org',
      aliasIds: [right],
    });
    expect(merged.identifiers.map(({ system }) => system)).toContain('merged-mrn');
    expect(await t.frontDesk.resolvePatient({ patientId: right })).toEqual({
      patientId: left,
      allIds: [left, right],
    });
    const { items } = await t.frontDesk.searchPatients({ text: `B1` });
    expect(items.map(({ id }) => id)).toEqual([left]);
    const coverages = await t.frontDesk.listCoverages({ patientId: left });
    expect(coverages.items.map(({ memberId }) => memberId)).toEqual(['A1', 'B1']);
  });

  it('MPI-02 (narrow: our own identifiers and member numbers) any identifier leads to the one person, those of a merged record too', async () => {
    const { left, right } = await twoRecords(23);
    const [one, other] = [
      await t.frontDesk.getPatient({ patientId: left }),
      await t.frontDesk.getPatient({ patientId: right }),
    ];
    const merge = { patientId: left, mergedPatientId: right, mergedVersion: 1, take: [], reason: 'Married' };
    await t.manager.mergePatients(merge, { version: 1 });
    const { identifiers } = await t.frontDesk.getPatient({ patientId: left });
    expect(identifiers.map(({ system, value }) => [system, value])).toEqual([
      ['mrn', one.mrn],
      ['enterprise', left],
      ['merged-mrn', other.mrn],
    ]);
    for (const id of [left, right])
      expect(await t.frontDesk.resolvePatient({ patientId: id })).toEqual({
        patientId: left,
        allIds: [left, right],
      });
    for (const text of [one.mrn, other.mrn, 'A23', 'B23'])
      expect([text, (await t.frontDesk.searchPatients({ text })).items.map(({ id }) => id)]).toEqual([
        text,
        [left],
      ]);
  });

  it('MPI-04 moves no rows, undoing the merge restores the exact prior state, and both are told to the others', async () => {
    const { left, right } = await twoRecords(2);
    const before = await snapshot([left, right]);
    const [leftBefore, rightBefore] = [
      await t.frontDesk.getPatient({ patientId: left }),
      await t.frontDesk.getPatient({ patientId: right }),
    ];
    const { mergeId } = await t.manager.mergePatients(
      {
        patientId: left,
        mergedPatientId: right,
        mergedVersion: 1,
        take: ['name', 'birthDate', 'email'],
        reason: 'Same person',
      },
      { version: 1 },
    );
    expect(await snapshot([left, right])).toEqual(before);
    await t.manager.unmergePatients({ mergeId, reason: 'They are cousins' });
    expect(await snapshot([left, right])).toEqual(before);
    expect({ ...(await t.frontDesk.getPatient({ patientId: left })), version: 1 }).toEqual({
      ...leftBefore,
      version: 1,
    });
    expect(await t.frontDesk.getPatient({ patientId: right })).toEqual(rightBefore);
    await expect(t.manager.unmergePatients({ mergeId, reason: 'again' })).rejects.toMatchObject({
      code: 'patients.merge_not_found',
    });
    const told = await t.test.withRoot('business', client =>
      client.query(
        `select type, payload - 'mergeId' as ids from patients.outbox where payload->>'mergeId' = $1 order by sequence`,
        [mergeId],
      ),
    );
    const ids = { survivingPatientId: left, mergedPatientId: right };
    expect(told.rows).toEqual([
      { type: 'PatientsMerged', ids },
      { type: 'PatientsUnmerged', ids },
    ]);
    expect((await t.manager.listMerges({ patientId: left })).items[0]).toMatchObject({
      id: mergeId,
      reason: 'Same person',
    });
  });

  it('MPI-04 an edit after the merge goes before what the merge took, and stays when it is undone', async () => {
    const { left, right } = await twoRecords(3);
    const { mergeId, version } = await t.manager.mergePatients(
      {
        patientId: left,
        mergedPatientId: right,
        mergedVersion: 1,
        take: ['name', 'email'],
        reason: 'Same person',
      },
      { version: 1 },
    );
    const edited = someone(3, {
      name: { family: 'Montgomery-Drummond', given: 'Quentin' },
      email: 'new@example.org',
    });
    await t.frontDesk.updatePatient(
      { patientId: left, reason: 'Both names', demographics: edited },
      { version },
    );
    expect((await t.frontDesk.getPatient({ patientId: left })).name.family).toBe('Montgomery-Drummond');
    await t.manager.unmergePatients({ mergeId, reason: 'Mistake' });
    expect((await t.frontDesk.getPatient({ patientId: left })).name.family).toBe('Montgomery-Drummond');
    expect((await t.frontDesk.getPatient({ patientId: right })).name.family).toBe('Montgomery');
  });

  it('MPI-04 of merges that cross each other only one happens, and a stale version is refused', async () => {
    const { left, right } = await twoRecords(4);
    const merge = (patientId: string, mergedPatientId: string) =>
      t.manager.mergePatients(
        { patientId, mergedPatientId, mergedVersion: 1, reason: 'Same' },
        { version: 1 },
      );
    const outcomes = await Promise.allSettled([merge(left, right), merge(right, left)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const pair = await twoRecords(5);
    await expect(
      t.manager.mergePatients(
        { patientId: pair.left, mergedPatientId: pair.right, mergedVersion: 9, reason: 'Same' },
        { version: 1 },
      ),
    ).rejects.toMatchObject({ code: 'patients.version_conflict' });
  });

  it('MPI-04 lists pairs to review with their evidence, side by side, for those who may merge', async () => {
    const { patientId: first } = await t.frontDesk.registerPatient({ demographics: someone(40) });
    const { patientId: second } = await t.frontDesk.registerPatient({
      demographics: someone(41, { name: { family: 'Vandermeer', given: 'Odalys' } }),
    });
    const alike = { ...someone(40), name: { ...someone(40).name, middle: 'Q' } };
    await t.frontDesk.updatePatient(
      { patientId: second, reason: 'Wrong person typed', demographics: alike },
      { version: 1 },
    );
    const { items } = await t.manager.listDuplicatePairs({});
    const pair = items.find(item => [item.left.id, item.right.id].includes(second));
    expect([pair?.left.id, pair?.right.id].sort()).toEqual([first, second].sort());
    expect(pair?.reasons.length).toBeGreaterThan(4);
    await expect(t.frontDesk.listDuplicatePairs({})).rejects.toMatchObject({ kind: 'forbidden' });
    await t.manager.dismissDuplicatePair({ patientIds: [first, second], reason: 'Father and son' });
    const after = await t.manager.listDuplicatePairs({});
    expect(after.items.find(item => [item.left.id, item.right.id].includes(second))).toBeUndefined();
  });
});
