import type { DuplicateProbe } from '@spark-den/contracts/patients/duplicate-types';
import { DateText, Panel, StatusChip, usePaused } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { duplicatesQuery } from '../api/registration-queries.ts';
import { listName, percentText, phoneText, sexLetter } from '../lib/patient-text.ts';
import { isProbeTelling, probeOf, type RegistrationForm } from '../lib/registration-form.ts';
import { GuardNotes, MatchEvidence } from './match-evidence.tsx';

const PAUSE_MS = 300;

const GRADES = {
  certain: ['danger', 'Very likely the same'],
  probable: ['warning', 'Probably the same'],
  possible: ['neutral', 'Possibly the same'],
} as const;

/** Patients who may be the one being registered, while their data are typed. */
export function DuplicatePanel() {
  const form = useWatch({ control: useFormContext<RegistrationForm>().control }) as RegistrationForm;
  const text = usePaused(JSON.stringify(probeOf(form)), PAUSE_MS);
  const probe = JSON.parse(text) as DuplicateProbe;
  const telling = isProbeTelling(probe);
  const { data, isError } = useQuery(duplicatesQuery(probe, telling));
  const candidates = telling ? (data?.candidates ?? []) : [];
  return (
    <Panel title="Already a patient?">
      <div aria-live="polite">
        {isError && <p className="sd-text2">The search did not answer. It is repeated when you register.</p>}
        {!isError && candidates.length === 0 && (
          <p className="sd-text2">
            {telling ? 'Nobody like this is registered.' : 'Records that look alike appear here as you type.'}
          </p>
        )}
        <ul className="sd-stack">
          {candidates.map(({ patient, grade, posterior, reasons, guards }) => (
            <li key={patient.id} className="sd-candidate">
              <div className="sd-row">
                <Link to={`/patients/${patient.id}`}>{listName(patient.name)}</Link>
              </div>
              <div className="sd-text2 sd-num">
                <DateText value={patient.birthDate} /> {sexLetter(patient.sex)} · MRN {patient.mrn}
                {patient.phone && ` · ${phoneText(patient.phone)}`}
              </div>
              <StatusChip tone={GRADES[grade][0]}>
                {GRADES[grade][1]} · {percentText(posterior)}
              </StatusChip>
              <details>
                <summary>Why</summary>
                <MatchEvidence reasons={reasons} />
                <GuardNotes guards={guards} />
              </details>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
