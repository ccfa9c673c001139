import Button from '@mui/material/Button';
import { DateText, ErrorState, FactList, PeekPanel, SkeletonRows } from '@spark-den/ui';
import { useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { patientQuery } from '../api/patient-queries.ts';
import { addressText, fullName, listName, phoneText, sexLetter } from '../lib/patient-text.ts';
import { CoverageSummary } from './coverage-summary.tsx';

/** The patient beside the list: enough to be sure who it is, and to go on. */
export function PatientPeek({
  patientId,
  onClose,
}: {
  readonly patientId: string;
  readonly onClose: () => void;
}) {
  const session = useSession();
  const { data: patient, error } = useQuery(patientQuery(patientId));
  return (
    <PeekPanel
      title={patient ? listName(patient.name) : 'Patient'}
      subtitle={
        patient && (
          <>
            <DateText value={patient.birthDate} /> {sexLetter(patient.sex)} · MRN {patient.mrn}
          </>
        )
      }
      onClose={onClose}
      footer={
        <div className="sd-actions">
          <Button component={Link} to={`/patients/${patientId}/insurance`}>
            Insurance
          </Button>
          <Button component={Link} to={`/patients/${patientId}`} variant="contained" color="primary">
            Open record
          </Button>
        </div>
      }
    >
      {error && <ErrorState error={error} />}
      {!patient && !error && <SkeletonRows rows={6} />}
      {patient && (
        <>
          <FactList
            facts={[
              ['Name', fullName(patient.name)],
              ['Phone', patient.phones[0] ? phoneText(patient.phones[0].number) : '—'],
              ['Email', patient.email],
              ['Address', patient.address ? addressText(patient.address) : '—'],
              ['SSN', patient.ssnLast4 ? `•••-••-${patient.ssnLast4}` : '—'],
            ]}
          />
          {session.can('patients.coverage.read') && <CoverageSummary patientId={patient.id} />}
        </>
      )}
    </PeekPanel>
  );
}
