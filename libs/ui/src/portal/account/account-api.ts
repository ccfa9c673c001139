import type { Instant } from '@spark-den/kernel';
import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';

interface Options {
  readonly signal?: AbortSignal;
}

/** What the page asks of identity about the own account; the client of the identity contract fits. */
export interface AccountApi {
  getMe(input: object, options?: Options): Promise<OwnAccount>;
  changePassword(input: { currentPassword: string; newPassword: string }): Promise<unknown>;
  startSecondFactor(input: { password: string }): Promise<{ readonly secret: string; readonly uri: string }>;
  confirmSecondFactor(input: { code: string }): Promise<unknown>;
  removeSecondFactor(input: { password: string; code: string }): Promise<unknown>;
  listMySessions(input: object, options?: Options): Promise<{ readonly items: readonly OwnSession[] }>;
  revokeMySession(input: { sessionId: string }): Promise<unknown>;
}

export interface OwnAccount {
  readonly user: { readonly email: string; readonly hasSecondFactor: boolean };
  readonly policy: { readonly secondFactor: 'optional' | 'required' };
}

export interface OwnSession {
  readonly id: string;
  readonly userAgent: string;
  readonly ipAddress: string;
  readonly startedAt: Instant;
  readonly lastActivityAt: Instant;
  readonly current: boolean;
}

const Context = createContext<AccountApi | undefined>(undefined);
export const AccountApiProvider = Context.Provider;

export function useAccountApi(): AccountApi {
  const api = useContext(Context);
  if (!api) throw new Error('The account page needs the identity client');
  return api;
}

export const ownAccountQuery = (api: AccountApi) =>
  queryOptions({ queryKey: ['identity', 'me'], queryFn: ({ signal }) => api.getMe({}, { signal }) });

export const ownSessionsQuery = (api: AccountApi) =>
  queryOptions({
    queryKey: ['identity', 'own-sessions'],
    queryFn: ({ signal }) => api.listMySessions({}, { signal }),
  });
