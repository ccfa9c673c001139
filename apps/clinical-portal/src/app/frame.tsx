import { gatewayContract } from '@spark-den/contracts/gateway/operations';
import { errorText, useToast } from '@spark-den/ui';
import { currentSwitchContext, PortalFrame, useSession } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { api, sessionClient } from './api.ts';
import { navigation, pageCommands, PORTAL_SHORTCUTS } from './navigation.ts';
import { searchPatients } from './patient-search.ts';
import { locationsQuery } from './practice-queries.ts';

/** Header, navigation and commands around the pages. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const session = useSession();
  const navigate = useNavigate();
  const toast = useToast();
  const places = useQuery(locationsQuery);
  const commands = useMemo(() => pageCommands(navigate), [navigate]);
  const search = useCallback((text: string) => searchPatients(text, navigate), [navigate]);
  const switchPortal = () => {
    const context = currentSwitchContext();
    api(gatewayContract)
      .issueContext({ target: 'pms', context: { ...context, returnPath: window.location.pathname } })
      .then(
        ({ url }) => window.location.assign(url),
        (error: unknown) => toast.show(errorText(error).title, { tone: 'danger' }),
      );
  };
  return (
    <PortalFrame
      portal="clinical"
      nav={navigation}
      commands={commands}
      search={session.can('patients.patient.read') ? search : undefined}
      shortcuts={PORTAL_SHORTCUTS}
      sessionClient={sessionClient}
      places={places.data?.items.map(({ id, name }) => ({ id, label: name })) ?? []}
      onAccount={() => navigate('/account')}
      onSwitchPortal={switchPortal}
    >
      {children}
    </PortalFrame>
  );
}
