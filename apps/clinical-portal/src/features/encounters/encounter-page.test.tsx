import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import type { EncounterContent } from '@spark-den/contracts/clinical/types';
import { AppError } from '@spark-den/kernel';
import { currentSwitchContext } from '@spark-den/ui/portal';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeApi } from '@spark-den/contracts/testing/fake-api';
import { OSEI, physicianSession, renderAt } from '../../testing/render-page.tsx';
import { EncounterPage } from './pages/encounter-page.tsx';

const ID = '01900000-0000-7000-8fff-000000000001';
const PATIENT = '01900000-0000-7000-8fff-000000000002';
const LABELS: Record<string, string> = { I10: 'Essential hypertension', '99213': 'Established visit, low' };

/** A server that keeps one encounter as the clinical service would. */
class Desk {
  content: EncounterContent = { diagnoses: [], services: [] };
  version = 1;
  revisions: { version: number; at: string; by: string; reason: string }[] = [];
  saves = 0;
  conflict = false;
  refusal: object[] = [];

  shown = () => ({
    encounterId: ID,
    appointmentId: '01900000-0000-7000-8fff-000000000003',
    patientId: PATIENT,
    patient: {
      patientId: PATIENT,
      mrn: 'M10042',
      familyName: 'Marsh',
      givenName: 'Elena',
      nameUsed: null,
      birthDate: '1968-04-12',
      sex: 'female',
    },
    providerId: OSEI,
    locationId: '01900000-0000-7000-8001-000000000001',
    dateOfService: '2026-11-16',
    status: this.revisions.length > 0 ? 'signed' : 'open',
    diagnoses: this.content.diagnoses.map(code => ({ code, label: LABELS[code] ?? null })),
    services: this.content.services.map(service => ({ ...service, label: LABELS[service.code] ?? null })),
    openedAt: '2026-11-16T15:00:00.000Z',
    version: this.version,
    revisions: this.revisions,
  });

  sign(reason: string) {
    this.version += 1;
    const version = this.revisions.length + 1;
    this.revisions = [
      ...this.revisions,
      { version, at: '2026-11-16T15:30:00.000Z', by: 'Amara Osei, MD', reason },
    ];
    return this.shown();
  }

  install() {
    new FakeApi()
      .on(clinicalContract, {
        getEncounter: this.shown,
        searchDiagnoses: () => ({ items: [{ code: 'I10', label: 'Essential hypertension' }] }),
        searchServices: () => ({ items: [{ code: '99213', label: 'Established visit, low' }] }),
        recordEncounter: ({ content }) => {
          if (this.conflict)
            throw new AppError('conflict', 'clinical.encounter_changed', {
              title: 'Somebody else changed this encounter.',
            });
          this.content = content;
          this.version += 1;
          this.saves += 1;
          return this.shown();
        },
        signEncounter: () => {
          if (this.refusal.length > 0) {
            throw new AppError('rule_violated', 'clinical.encounter_incomplete', {
              problems: this.refusal,
              title: 'Something is missing.',
            });
          }
          return this.sign('');
        },
        amendEncounter: ({ content, reason }) => {
          this.content = content;
          return this.sign(reason);
        },
      })
      .install();
    return this;
  }
}

const show = (session = physicianSession()) =>
  renderAt(`/encounters/${ID}`, [{ path: '/encounters/:encounterId', element: <EncounterPage /> }], session);

describe('the encounter page', () => {
  it('EHR-07 (narrow: diagnoses linked to services, no plan items) is filled and signed by keyboard alone', async () => {
    const desk = new Desk().install();
    show();
    await screen.findByRole('heading', { name: 'Elena Marsh' });
    await userEvent.keyboard('d');
    expect(screen.getByRole('combobox', { name: 'Add a diagnosis' })).toHaveFocus();
    await userEvent.keyboard('hyper');
    await screen.findByRole('option', { name: /Essential hypertension/ });
    await userEvent.keyboard('{Enter}');
    await userEvent.click(document.body);
    await userEvent.keyboard('s');
    await userEvent.keyboard('992');
    await screen.findByRole('option', { name: /Established visit/ });
    await userEvent.keyboard('{Enter}');
    const pointers = screen.getByRole('group', { name: 'Diagnoses for 99213' });
    expect(within(pointers).getByRole('button', { name: 'A I10' })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/^Signed ·/)).toBeInTheDocument();
    expect(desk.content).toEqual({
      diagnoses: ['I10'],
      services: [{ code: '99213', modifiers: [], units: 1, diagnosisPointers: [1] }],
    });
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('keeps the draft on the server a moment after each change', async () => {
    const desk = new Desk().install();
    desk.content = {
      diagnoses: ['I10'],
      services: [{ code: '99213', modifiers: [], units: 1, diagnosisPointers: [1] }],
    };
    show();
    const units = await screen.findByRole('spinbutton', { name: 'Units of 99213' });
    await userEvent.clear(units);
    await userEvent.type(units, '3', { initialSelectionStart: 0, initialSelectionEnd: 1 });
    await waitFor(() => expect(desk.saves).toBe(1), { timeout: 3000 });
    expect(desk.content.services[0]?.units).toBe(3);
    expect(await screen.findByText('Saved')).toBeInTheDocument();
  });

  it('says what stops a signature and leads to the field', async () => {
    const desk = new Desk().install();
    desk.refusal = [{ field: 'diagnoses', problem: 'missing' }];
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Sign encounter' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter a diagnosis');
    await userEvent.click(screen.getByRole('link', { name: 'Enter a diagnosis' }));
    expect(screen.getByRole('combobox', { name: 'Add a diagnosis' })).toHaveFocus();
  });

  it('EVT-03 (narrow: the page) amends with a reason, and shows who signed what', async () => {
    const desk = new Desk().install();
    desk.content = {
      diagnoses: ['I10'],
      services: [{ code: '99213', modifiers: [], units: 1, diagnosisPointers: [1] }],
    };
    desk.sign('');
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    const sign = screen.getByRole('button', { name: 'Sign amendment…' });
    expect(sign).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Remove I10' }));
    await userEvent.click(sign);
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Sign amendment' })).toBeDisabled();
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Ruled out');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Sign amendment' }));
    expect(await screen.findByText('Amended: Ruled out')).toBeInTheDocument();
    expect(desk.content.diagnoses).toEqual([]);
    expect(desk.saves).toBe(0);
  });

  it('offers what somebody else wrote instead of overwriting it', async () => {
    const desk = new Desk().install();
    desk.content = { diagnoses: ['I10'], services: [] };
    show();
    const remove = await screen.findByRole('button', { name: 'Remove I10' });
    desk.conflict = true;
    desk.version = 5;
    await userEvent.click(remove);
    const load = await screen.findByRole('button', { name: 'Load what is there now' }, { timeout: 3000 });
    await userEvent.click(load);
    expect(await screen.findByRole('button', { name: 'Remove I10' })).toBeInTheDocument();
  });

  it('ROLE-01 (narrow: signing) leaves the signature to a physician', async () => {
    new Desk().install();
    show(physicianSession(['clinical.encounter.sign']));
    expect(await screen.findByText('A physician signs')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Sign encounter' })).toBeNull();
  });

  it('XNAV-03 (narrow: what is kept; the gateway signs it) tells the switch who the page is about; axe finds nothing', async () => {
    new Desk().install();
    const { container } = show();
    await screen.findByRole('heading', { name: 'Elena Marsh' });
    expect(currentSwitchContext()).toMatchObject({ patientId: PATIENT, encounterId: ID });
    expect((await axe(container)).violations).toEqual([]);
  });
});
