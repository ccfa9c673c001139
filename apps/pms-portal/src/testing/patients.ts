import { patientsContract } from '@spark-den/contracts/patients/operations';
import { FakeApi } from '@spark-den/contracts/testing/fake-api';

export const MARSH = '01900000-0000-7000-8fff-000000000002';
export const OKAFOR = '01900000-0000-7000-8fff-000000000003';
export const WREN = '01900000-0000-7000-8fff-000000000004';
const FAMILY: Readonly<Record<string, string>> = { [MARSH]: 'Marsh', [OKAFOR]: 'Okafor', [WREN]: 'Wren' };

/** The first page of a run is compiled while it is waited for. */
export const PATIENCE = { timeout: 15_000 };

/** A server that knows three patients by name; tests add what their page asks. */
export function namedPatients(): FakeApi {
  return new FakeApi().on(patientsContract, {
    getPatientSummaries: ({ patientIds }) => ({
      items: patientIds.map(id => ({
        id,
        requestedId: id,
        mrn: 'M10042',
        name: { family: FAMILY[id], given: 'Elena', middle: null, suffix: null },
        nameUsed: null,
        birthDate: '1968-04-12',
        sex: 'female',
      })),
    }),
  });
}
