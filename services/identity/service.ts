import { administrationContract } from '@spark-den/contracts/administration/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { defineService, type Ports, type WorkerRuntime } from '@spark-den/service-kit';
import type { IdentityDatabase } from './database.ts';
import { identityHttp } from './http.ts';
import { deleteExpiredRecords } from './oidc/postgres-adapter.ts';
import { loadPublicKeys, loadSigningKeys } from './oidc/signing-keys.ts';
import { changePassword } from './passwords/change-password.ts';
import { changePolicy, getPolicy } from './policy/change-policy.ts';
import { gatherPermissions, type PermissionCatalogue } from './roles/catalogue.ts';
import { changeRole } from './roles/change-role.ts';
import { explainUserAccess } from './roles/explain-user-access.ts';
import { listRoles } from './roles/list-roles.ts';
import { grantDefaults } from './roles/role-repository.ts';
import {
  confirmSecondFactor,
  removeSecondFactor,
  startSecondFactor,
} from './second-factor/manage-second-factor.ts';
import { introspectSession } from './sessions/introspect-session.ts';
import { listMySessions, listSessions, revokeMySession, revokeSession } from './sessions/list-sessions.ts';
import { getMe, recordActivity } from './sessions/own-session.ts';
import { signOut } from './sessions/sign-out.ts';
import { assignRoles, disableUser, enableUser, resetUser, updateUser } from './users/change-user.ts';
import { createUser } from './users/create-user.ts';
import { installUsers } from './users/install-users.ts';
import { getUser, listColleagues, listUsers, resolveUser } from './users/list-users.ts';

export const identityService = defineService<IdentityDatabase>()({
  contract: identityContract,
  migrations: new URL('./migrations/', import.meta.url),
  uses: [administrationContract],
  handlers: (ports, runtime) => {
    const catalogue = catalogueOf(ports);
    return {
      getMe: getMe(ports, catalogue),
      recordActivity: recordActivity(ports),
      changePassword: changePassword(ports),
      startSecondFactor: startSecondFactor(ports),
      confirmSecondFactor: confirmSecondFactor(ports),
      removeSecondFactor: removeSecondFactor(ports),
      listMySessions: listMySessions(ports),
      revokeMySession: revokeMySession(ports),
      explainMyAccess: (context, { permission }) =>
        explainUserAccess(catalogue)(context, { userId: context.principal.id, permission }),
      listUsers: listUsers(ports),
      listColleagues,
      getUser: getUser(ports),
      createUser: createUser(ports),
      updateUser: updateUser(ports),
      assignRoles: assignRoles(ports),
      disableUser: disableUser(ports),
      enableUser: enableUser(ports),
      resetUser: resetUser(ports),
      explainAccess: explainUserAccess(catalogue),
      listRoles: listRoles(catalogue),
      changeRole: changeRole(catalogue),
      getPolicy,
      changePolicy,
      listSessions: listSessions(ports),
      revokeSession: revokeSession(ports),
      introspectSession: introspectSession(ports, runtime, catalogue),
      getSigningKeys: async () => ({
        issuer: ports.settings.identityUrl,
        keys: await publicKeys(ports, runtime),
      }),
      signOut: signOut(ports, runtime, catalogue),
      resolveUser,
      installUsers: installUsers(ports, catalogue),
    };
  },
  workers: ports => [
    {
      name: 'delete expired sign-in state',
      everyMs: 600_000,
      run: ({ relayDb }) => deleteExpiredRecords(relayDb, ports.systemClock),
    },
    {
      name: 'grant new permissions to the roles that start with them',
      everyMs: 600_000,
      run: async runtime => {
        for (const practiceId of await runtime.practices()) {
          await runtime.inPractice(practiceId, 'grant new permissions', context =>
            grantDefaults(context.db, practiceId, catalogueOf(ports)()),
          );
        }
      },
    },
  ],
  http: (ports, runtime) => identityHttp(catalogueOf(ports))(ports, runtime),
  tablesWithoutPractice: {
    oidc_record:
      'State of the OpenID protocol begins before anyone has signed in; only the sign-in role reads it.',
    sign_in_attempt:
      'Counts attempts on names and addresses that may belong to no practice; holds hashes only.',
    signing_key: 'One set of keys signs the tokens of all practices; only the sign-in role reads it.',
  },
});

/** Every permission of the system; gathered at first use, when all services are known. */
function catalogueOf(ports: Ports): () => PermissionCatalogue {
  let catalogue: PermissionCatalogue | undefined;
  return () => (catalogue ??= gatherPermissions(ports.directory.contracts));
}

async function publicKeys(ports: Ports, runtime: WorkerRuntime<IdentityDatabase>) {
  const { relayDb: db } = runtime;
  const known = await loadPublicKeys(db);
  if (known.length > 0) return known;
  await loadSigningKeys({ db, cipher: ports.cipher, clock: ports.systemClock });
  return loadPublicKeys(db);
}
