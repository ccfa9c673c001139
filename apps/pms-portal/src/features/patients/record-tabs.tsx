import { lazy, type ReactNode } from 'react';

const OverviewTab = lazy(async () => ({ default: (await import('./pages/overview-tab.tsx')).OverviewTab }));
const DemographicsTab = lazy(async () => ({
  default: (await import('./pages/demographics-tab.tsx')).DemographicsTab,
}));
const InsuranceTab = lazy(async () => ({
  default: (await import('./pages/insurance-tab.tsx')).InsuranceTab,
}));
const AppointmentsTab = lazy(async () => ({
  default: (await import('./pages/appointments-tab.tsx')).AppointmentsTab,
}));
const HistoryTab = lazy(async () => ({ default: (await import('./pages/history-tab.tsx')).HistoryTab }));

/** A part of the patient's record. Other features add theirs here: the element reads `:patientId` from the address. */
export interface RecordTab {
  /** Address below the patient; '' is the first tab. */
  readonly path: string;
  readonly label: string;
  /** Shown to those who hold it. */
  readonly permission: string;
  readonly element: ReactNode;
}

/** A page of another feature that is about one patient: a tab that leads there. */
export interface RecordLink {
  readonly label: string;
  readonly permission: string;
  readonly to: (patientId: string) => string;
}

export const recordTabs: readonly RecordTab[] = [
  { path: '', label: 'Overview', permission: 'patients.patient.read', element: <OverviewTab /> },
  {
    path: 'demographics',
    label: 'Demographics',
    permission: 'patients.patient.read',
    element: <DemographicsTab />,
  },
  { path: 'insurance', label: 'Insurance', permission: 'patients.coverage.read', element: <InsuranceTab /> },
  {
    path: 'appointments',
    label: 'Appointments',
    permission: 'scheduling.appointment.read',
    element: <AppointmentsTab />,
  },
  { path: 'history', label: 'History', permission: 'patients.patient.read', element: <HistoryTab /> },
];

export const recordLinks: readonly RecordLink[] = [
  { label: 'Account', permission: 'billing.balance.read', to: patientId => `/accounts/${patientId}` },
];
