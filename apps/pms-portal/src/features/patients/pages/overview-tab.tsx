import Button from '@mui/material/Button';
import type { Consent } from '@spark-den/contracts/patients/types';
import { DateText, FactList, PageBody, Panel, StatusChip, TimeText } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { patientQuery } from '../api/patient-queries.ts';
import { CoverageSummary } from '../components/coverage-summary.tsx';
import { ConsentDialog } from '../forms/consent-dialog.tsx';
import { IdentityDialog } from '../forms/identity-dialog.tsx';
import { CONSENT_KINDS } from '../forms/options.ts';
import { addressText, phoneText, wordsOf } from '../lib/patient-text.ts';

const CONSENT_TONES = { given: 'success', declined: 'danger', revoked: 'danger' } as const;

export function OverviewTab() {
  const { patientId = '' } = useParams();
  const session = useSession();
  const { data: patient } = useQuery(patientQuery(patientId));
  const [recording, setRecording] = useState<'consent' | 'identity'>();
  if (!patient) return null;
  const mayUpdate = session.can('patients.patient.update');
  const close = () => setRecording(undefined);
  return (
    <PageBody>
      <div className="sd-columns">
        <Panel title="Contact" actions={<Link to={`/patients/${patientId}/demographics`}>Edit</Link>}>
          <FactList
            facts={[
              ...patient.phones.map(phone => [wordsOf(phone.use), phoneText(phone.number)] as const),
              ['Email', patient.email],
              ['Address', patient.address ? addressText(patient.address) : '—'],
              ['Prefers', patient.preferences.preferredChannel ?? 'Not asked'],
              ['Language', patient.selfDescription.language ?? 'Not asked'],
            ]}
          />
        </Panel>
        {session.can('patients.coverage.read') && (
          <Panel title="Insurance" actions={<Link to={`/patients/${patientId}/insurance`}>Open</Link>}>
            <CoverageSummary patientId={patientId} />
          </Panel>
        )}
        <Panel title="Emergency contacts">
          {patient.contacts.length === 0 && <p className="sd-text2">None on file.</p>}
          <ol className="sd-stack">
            {patient.contacts.map(contact => (
              <li key={`${contact.name}${contact.phone.number}`}>
                {contact.name} <span className="sd-text2">({contact.relationship})</span>{' '}
                <span className="sd-num">{phoneText(contact.phone.number)}</span>
                <div>
                  <StatusChip tone={contact.mayReceivePhi ? 'success' : 'warning'}>
                    {contact.mayReceivePhi ? 'May be told about health' : 'No health information'}
                  </StatusChip>
                </div>
              </li>
            ))}
          </ol>
        </Panel>
        <Panel
          title="Consents"
          actions={mayUpdate && <Button onClick={() => setRecording('consent')}>Record consent</Button>}
        >
          <FactList
            facts={CONSENT_KINDS.filter(({ value }) => isAsked(value, patient.consents)).map(
              ({ value: kind, label }) => {
                const latest = patient.consents.find(consent => consent.kind === kind);
                return [
                  label,
                  latest ? (
                    <>
                      <StatusChip tone={CONSENT_TONES[latest.status]}>{wordsOf(latest.status)}</StatusChip>{' '}
                      <DateText value={latest.signedOn} />
                    </>
                  ) : (
                    <StatusChip tone="warning">missing</StatusChip>
                  ),
                ];
              },
            )}
          />
        </Panel>
        <Panel
          title="Identity"
          actions={mayUpdate && <Button onClick={() => setRecording('identity')}>Record check</Button>}
        >
          <FactList
            facts={[
              ['MRN', patient.mrn],
              [
                'Verified',
                patient.identityVerified ? (
                  <>
                    {wordsOf(patient.identityVerified.method.replaceAll('-', ' '))},{' '}
                    <TimeText value={patient.identityVerified.at} form="short" />
                  </>
                ) : (
                  'Not yet'
                ),
              ],
              ['Registered', <TimeText key="at" value={patient.registeredAt} form="short" />],
              ...(patient.aliasIds.length > 0
                ? [
                    [
                      'Merged records',
                      patient.identifiers
                        .filter(({ system }) => system === 'merged-mrn')
                        .map(({ value }) => `MRN ${value}`)
                        .join(', '),
                    ] as const,
                  ]
                : []),
            ]}
          />
        </Panel>
      </div>
      {recording === 'consent' && <ConsentDialog patient={patient} onClose={close} />}
      {recording === 'identity' && <IdentityDialog patient={patient} onClose={close} />}
    </PageBody>
  );
}

/** Telehealth is shown once it was spoken of; the others are asked of everybody. */
function isAsked(kind: Consent['kind'], consents: readonly Pick<Consent, 'kind'>[]): boolean {
  return kind !== 'telehealth' || consents.some(consent => consent.kind === kind);
}
