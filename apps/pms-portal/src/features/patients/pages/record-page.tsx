import { EligibilityBadge, ErrorState, PatientBanner, SkeletonRows, useToday, ViewTabs } from '@spark-den/ui';
import { useSession, useSwitchContext, useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Navigate, Outlet, useParams } from 'react-router-dom';
import { coveragesQuery } from '../api/coverage-queries.ts';
import { patientQuery } from '../api/patient-queries.ts';
import { CoverageEligibility } from '../components/coverage-summary.tsx';
import { fullName, listName, sexLetter } from '../lib/patient-text.ts';
import { recordLinks, recordTabs } from '../record-tabs.tsx';

/** One patient: the banner stays, the tabs change below it. */
export function RecordPage() {
  const { patientId = '' } = useParams();
  const session = useSession();
  const today = useToday();
  const { data: patient, error, refetch } = useQuery(patientQuery(patientId));
  const mayReadCoverage = session.can('patients.coverage.read');
  const coverages = useQuery({ ...coveragesQuery(patientId), enabled: mayReadCoverage });
  useTitle(patient ? listName(patient.name) : 'Patient');
  useSwitchContext({ patientId: patient?.id });

  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!patient) return <SkeletonRows rows={10} />;
  // an id that was merged leads to the record that stands for it now
  if (patient.id !== patientId) return <Navigate to={`/patients/${patient.id}`} replace />;
  const primary = coverages.data?.items.find(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || today <= validTo),
  );
  return (
    <>
      <PatientBanner
        name={fullName(patient.name)}
        nameUsed={patient.selfDescription.nameUsed ?? undefined}
        birthDate={patient.birthDate}
        today={today}
        sex={sexLetter(patient.sex)}
        mrn={patient.mrn}
        eligibility={
          primary ? (
            <span>
              {primary.payerName} <CoverageEligibility coverage={primary} />
            </span>
          ) : (
            mayReadCoverage && coverages.data && <EligibilityBadge state="unchecked" />
          )
        }
        flags={[
          ...(patient.restricted ? [{ label: 'Restricted chart', tone: 'critical' as const }] : []),
          ...(patient.status === 'active' ? [] : [{ label: patient.status, tone: 'neutral' as const }]),
          ...(patient.preferences.confidentialAddress
            ? [{ label: 'Confidential address', tone: 'warning' as const }]
            : []),
        ]}
      />
      <ViewTabs
        label="Parts of the record"
        tabs={[
          ...recordTabs.map(({ path, ...tab }) => ({
            ...tab,
            to: path === '' ? `/patients/${patientId}` : `/patients/${patientId}/${path}`,
          })),
          ...recordLinks.map(link => ({ ...link, to: link.to(patientId) })),
        ]
          .filter(({ permission }) => session.can(permission))
          .map(({ label, to }) => ({ label, to }))}
      />
      <Suspense fallback={<SkeletonRows rows={8} />}>
        <Outlet />
      </Suspense>
    </>
  );
}
