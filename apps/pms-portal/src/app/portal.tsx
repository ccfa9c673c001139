import { gatewayContract } from '@spark-den/contracts/gateway/operations';
import type { NavigationContext } from '@spark-den/contracts/gateway/types';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { Arrival, SessionProvider } from '@spark-den/ui/portal';
import { Outlet } from 'react-router-dom';
import { api, sessionClient } from './api.ts';
import { Frame } from './frame.tsx';

const identity = api(identityContract);
const loadMe = () => identity.getMe({});
const reportActivity = () => identity.recordActivity({});
const redeem = (token: string) => api(gatewayContract).redeemContext({ token });

/** The page of this portal for what the clinical portal kept. */
export function pathFor({ patientId, appointmentId }: NavigationContext): string {
  if (patientId) return `/patients/${patientId}`;
  return appointmentId ? `/calendar?appointment=${appointmentId}` : '/';
}

/** Everything behind the sign-in. */
export function Portal() {
  return (
    <SessionProvider client={sessionClient} loadMe={loadMe} reportActivity={reportActivity}>
      <Arrival redeem={redeem} pathFor={pathFor}>
        <Frame>
          <Outlet />
        </Frame>
      </Arrival>
    </SessionProvider>
  );
}
