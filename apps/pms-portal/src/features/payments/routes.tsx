import { useSession } from '@spark-den/ui/portal';
import { lazy } from 'react';
import { Navigate, type RouteObject } from 'react-router-dom';

const RemittancesPage = lazy(async () => ({
  default: (await import('./pages/remittances-page.tsx')).RemittancesPage,
}));
const RemittancePage = lazy(async () => ({
  default: (await import('./pages/remittance-page.tsx')).RemittancePage,
}));
const UnmatchedPage = lazy(async () => ({
  default: (await import('./pages/unmatched-page.tsx')).UnmatchedPage,
}));
const ReceiptsPage = lazy(async () => ({
  default: (await import('./pages/receipts-page.tsx')).ReceiptsPage,
}));
const RefundsPage = lazy(async () => ({ default: (await import('./pages/refunds-page.tsx')).RefundsPage }));

/** The front desk takes payments and does not see what insurers paid. */
function StartPage() {
  return useSession().can('billing.remittance.read') ? (
    <RemittancesPage />
  ) : (
    <Navigate to="receipts" replace />
  );
}

export const routes: RouteObject[] = [
  { index: true, element: <StartPage /> },
  { path: 'remittances/:remittanceId', element: <RemittancePage /> },
  { path: 'unmatched', element: <UnmatchedPage /> },
  { path: 'receipts', element: <ReceiptsPage /> },
  { path: 'refunds', element: <RefundsPage /> },
];
