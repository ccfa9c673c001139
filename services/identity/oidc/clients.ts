import { AUDIENCES, clientIdOf, PORTALS, type Portal } from '@spark-den/contracts/identity/types';
import { derivedSecret, type Settings } from '@spark-den/service-kit';
import type { ClientMetadata } from 'oidc-provider';

/** The scope of a portal's token; a token carries nothing else but subject and session. */
export const API_SCOPE = 'api';

export function portalOfClient(id: string | undefined): Portal | undefined {
  return PORTALS.find(portal => clientIdOf(portal) === id);
}

export function portalOfAudience(audience: string): Portal | undefined {
  return PORTALS.find(portal => AUDIENCES[portal] === audience);
}

/** The gateway authenticates as the portal's client, so that a refresh token alone is worth nothing. */
export function clientSecret(settings: Settings, portal: Portal): string {
  return derivedSecret(settings, `oidc client ${clientIdOf(portal)}`).toString('base64url');
}

export function portalClients(settings: Settings): ClientMetadata[] {
  const urls: Record<Portal, string> = { pms: settings.pmsUrl, clinical: settings.clinicalUrl };
  return PORTALS.map(portal => ({
    client_id: clientIdOf(portal),
    client_secret: clientSecret(settings, portal),
    client_name: portal === 'pms' ? 'Practice portal' : 'Clinical portal',
    application_type: 'web',
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [`${urls[portal]}/session/callback`],
    post_logout_redirect_uris: [`${urls[portal]}/session/signed-out`],
  }));
}
