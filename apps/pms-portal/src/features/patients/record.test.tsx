import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { Demographics, Patient } from '@spark-den/contracts/patients/types';
import { FakeApi } from '@spark-den/contracts/testing/fake-api';
import { AppError } from '@spark-den/kernel';
import { renderAt, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { z } from 'zod';
import { routes } from './routes.tsx';

const ID = '01900000-0000-7000-8fff-000000000002';
const NEW_ID = '01900000-0000-7000-8fff-000000000009';
const AT = '2026-11-16T15:00:00.000Z';

/** The first page of a run is compiled while it is waited for. */
const PATIENCE = { timeout: 15_000 };

/** A server that keeps one patient as the patients service would. */
class Desk {
  preferences: z.input<typeof Patient>['preferences'] = {
    choices: [
      {
        channel: 'sms',
        purpose: 'treatment',
        allowed: true,
        source: 'paper',
        recordedAt: AT,
        recordedBy: 'u2',
      },
    ],
  };
  consents: z.input<typeof Patient>['consents'] = [];
  identityVerified: z.input<typeof Patient>['identityVerified'] = null;
  readonly sent: unknown[] = [];
  saved: z.input<typeof Demographics> | undefined;
  given = 'Elena';
  version = 7;
  /** The version that a page has seen last. */
  seen = 0;

  changedElsewhere(given: string): void {
    this.given = given;
    this.version++;
  }

  install(): this {
    new FakeApi()
      .on(patientsContract, {
        getPatient: () => {
          this.seen = this.version;
          return this.shown();
        },
        updatePatient: ({ demographics }) => {
          if (this.seen !== this.version)
            throw new AppError('conflict', 'patients.patient_changed', {
              title: 'Somebody else changed it.',
            });
          this.saved = demographics;
          return { version: this.version };
        },
        setPreferences: input => {
          this.sent.push(input);
          const choices = input.preferences.choices.map(choice => ({
            ...choice,
            source: input.source,
            recordedAt: AT,
            recordedBy: 'u1',
          }));
          this.preferences = { ...input.preferences, choices };
          return { version: 8 };
        },
        recordConsent: ({ consent }) => {
          this.consents = [{ ...consent, id: NEW_ID, recordedAt: AT, recordedBy: 'u1' }, ...this.consents];
          return { consentId: NEW_ID };
        },
        verifyIdentity: ({ method }) => {
          this.identityVerified = { method, at: AT, by: 'u1' };
          return { verifiedAt: AT };
        },
      })
      .install();
    return this;
  }

  shown = (): z.input<typeof Patient> => ({
    id: ID,
    mrn: 'M10042',
    version: this.version,
    status: 'active',
    deceasedOn: null,
    restricted: false,
    ssnLast4: null,
    name: { family: 'Marsh', given: this.given, middle: null, suffix: null },
    formerFamilyNames: [],
    birthDate: '1968-04-12',
    sex: 'female',
    phones: [{ use: 'mobile', number: '3125550123' }],
    email: null,
    address: null,
    selfDescription: {},
    identifiers: [],
    contacts: [],
    preferences: this.preferences,
    consents: this.consents,
    identityVerified: this.identityVerified,
    aliasIds: [],
    registeredAt: AT,
  });
}

const show = (path: string, permissions = ['patients.patient.read', 'patients.patient.update']) =>
  renderAt(`/patients/${ID}${path}`, [{ path: 'patients', children: routes }], sessionOf(permissions));

describe('the record of a patient', () => {
  it('a consent is recorded with who gave it and shown at once', async () => {
    const desk = new Desk().install();
    show('');
    await userEvent.click(await screen.findByRole('button', { name: 'Record consent' }, PATIENCE));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByLabelText('Consent')).toHaveValue('treatment');
    await userEvent.clear(dialog.getByLabelText(/^By/));
    await userEvent.click(dialog.getByRole('button', { name: 'Record consent' }));
    expect(desk.consents).toEqual([]);
    await userEvent.type(dialog.getByLabelText(/^By/), 'Paul Marsh, guardian');
    await userEvent.selectOptions(dialog.getByLabelText('Answer'), 'declined');
    expect((await axe(document.body)).violations).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Record consent' }));
    expect(await screen.findByText('Declined')).toBeInTheDocument();
    expect(desk.consents[0]).toMatchObject({
      kind: 'treatment',
      status: 'declined',
      signedBy: 'Paul Marsh, guardian',
    });
  });

  it('PAT-02 (narrow: the dialog) an identity check is recorded by how it was made', async () => {
    const desk = new Desk().install();
    show('');
    expect(await screen.findByText('Not yet')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Record check' }));
    await userEvent.selectOptions(await screen.findByLabelText('Checked by'), 'known-to-staff');
    await userEvent.click(screen.getByRole('button', { name: 'Record the check' }));
    expect(await screen.findByText(/Known to staff/)).toBeInTheDocument();
    expect(desk.identityVerified?.method).toBe('known-to-staff');
  });

  it('PAT-02 (narrow: two at one record) keeps what was typed when somebody else changes the record, and undoes nothing of theirs', async () => {
    const desk = new Desk().install();
    show('/demographics');
    await userEvent.click(await screen.findByRole('button', { name: 'Edit demographics' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Email'), 'elena@example.com');
    desk.changedElsewhere('Helena');
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'told at the desk');
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }));
    expect(await dialog.findByText(/Somebody else changed this record meanwhile/)).toBeInTheDocument();
    expect(dialog.getByLabelText(/^First name/)).toHaveValue('Helena');
    expect(dialog.getByLabelText('Email')).toHaveValue('elena@example.com');
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }));
    expect(await screen.findByText('Demographics changed')).toBeInTheDocument();
    expect(desk.saved).toMatchObject({ name: { given: 'Helena' }, email: 'elena@example.com' });
  });

  it('PAT-04 (narrow: the dialog) preferences change what was asked and leave the rest unasked', async () => {
    const desk = new Desk().install();
    show('/demographics');
    await userEvent.click(await screen.findByRole('button', { name: 'Edit preferences' }));
    const advertising = within(await screen.findByRole('group', { name: 'Advertising' }));
    await userEvent.click(advertising.getByLabelText('Email'));
    await userEvent.click(advertising.getByLabelText('Email'));
    await userEvent.selectOptions(screen.getByLabelText('Preferred way'), 'sms');
    await userEvent.click(screen.getByRole('button', { name: 'Save preferences' }));
    expect(desk.sent).toEqual([]);
    expect(screen.getAllByText('Say why this changes.').length).toBeGreaterThan(0);
    await userEvent.type(screen.getByLabelText(/^Reason/), 'Asked at the desk');
    await userEvent.click(screen.getByRole('button', { name: 'Save preferences' }));
    await waitFor(() => expect(desk.sent).toHaveLength(1));
    expect(desk.sent[0]).toMatchObject({
      reason: 'Asked at the desk',
      preferences: {
        preferredChannel: 'sms',
        choices: [
          { channel: 'sms', purpose: 'treatment', allowed: true },
          { channel: 'email', purpose: 'marketing', allowed: false },
        ],
        confidentialAddress: null,
      },
    });
    expect(await screen.findByText('not by email')).toBeInTheDocument();
  });

  it('offers no change to who may only read', async () => {
    new Desk().install();
    show('', ['patients.patient.read']);
    expect(await screen.findByText('Not yet')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Record/ })).toBeNull();
  });
});
