import type { SlotSearch, World } from '@spark-den/slots';

export interface Finding {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Ids that stand for nothing in the world, or for two things: each would make an answer that looks right. */
export function unknownIds(world: World, search: SlotSearch): Finding[] {
  const sites = world.sites.map(({ id }) => id);
  const providers = world.providers.map(({ id }) => id);
  const resources = [...providers, ...world.assets.map(({ id }) => id)];
  const found = [...repeated(['world', 'sites'], sites), ...repeated(['world'], resources)];
  const look = (what: string, known: readonly string[], id: string, ...path: (string | number)[]) => {
    if (known.includes(id)) return;
    found.push({ path, message: `there is no ${what} "${id}"; there are ${known.slice(0, 10).join(', ')}` });
  };
  world.providers.forEach(({ templates, overrides = [], blocks = [] }, at) => {
    const here = ['world', 'providers', at] as const;
    templates.forEach(({ rules }, version) =>
      rules.forEach(({ siteId }, rule) =>
        look('site', sites, siteId, ...here, 'templates', version, 'rules', rule, 'siteId'),
      ),
    );
    overrides.forEach(({ windows }, date) =>
      windows.forEach(({ siteId }, window) =>
        look('site', sites, siteId, ...here, 'overrides', date, 'windows', window, 'siteId'),
      ),
    );
    blocks.forEach(({ rule }, block) =>
      look('site', sites, rule.siteId, ...here, 'blocks', block, 'rule', 'siteId'),
    );
  });
  world.assets.forEach(({ siteId }, at) => look('site', sites, siteId, 'world', 'assets', at, 'siteId'));
  world.claims.forEach(({ siteId, resourceId }, at) => {
    look('site', sites, siteId, 'world', 'claims', at, 'siteId');
    look('provider, room or equipment', resources, resourceId, 'world', 'claims', at, 'resourceId');
  });
  for (const key of ['providerIds', 'siteIds'] as const) {
    const known = key === 'siteIds' ? sites : providers;
    (search[key] ?? []).forEach((id, at) => look(key.slice(0, -3), known, id, 'search', key, at));
  }
  (search.visit.participants ?? []).forEach(({ providerIds }, part) =>
    providerIds.forEach((id, at) =>
      look('provider', providers, id, 'search', 'visit', 'participants', part, 'providerIds', at),
    ),
  );
  return found;
}

function repeated(path: readonly string[], ids: readonly string[]): Finding[] {
  const twice = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
  return [...twice].map(id => ({ path, message: `the id "${id}" stands twice` }));
}

/** Where a value has fields that its schema left out, as paths. */
export function unreadFields(value: unknown, read: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null || typeof read !== 'object' || read === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return key in read ? unreadFields(inner, (read as Record<string, unknown>)[key], here) : [here];
  });
}
