import type { SlotSearch, World } from '@spark-den/slots';

type Path = readonly (string | number)[];
type Id = string | number;

export interface Finding {
  readonly path: Path;
  readonly message: string;
}

/** How many of the ids that there are an error names. */
const NAMED = 10;

/** Gathers ids that stand for nothing, or for two things: each would make an answer that looks right. */
export class IdCheck {
  readonly found: Finding[] = [];

  /** `id` must be one of `known`. */
  look(what: string, known: ReadonlySet<Id>, id: Id | null | undefined, ...path: Path): void {
    if (id === null || id === undefined || known.has(id)) return;
    const some = [...known].slice(0, NAMED).map(entry => JSON.stringify(entry));
    const more = known.size > NAMED ? ` and ${known.size - NAMED} more` : '';
    const there = known.size === 0 ? 'there is none at all' : `there are ${some.join(', ')}${more}`;
    this.found.push({ path, message: `there is no ${what} ${JSON.stringify(id)}; ${there}` });
  }

  /** The same of a list. */
  lookAll(what: string, known: ReadonlySet<Id>, ids: readonly Id[] | undefined, ...path: Path): void {
    (ids ?? []).forEach((id, at) => this.look(what, known, id, ...path, at));
  }

  /** The ids of these entries, each of which must stand once. */
  once(entries: readonly { readonly id: Id }[], ...path: Path): ReadonlySet<Id> {
    const known = new Set<Id>();
    entries.forEach(({ id }, at) => {
      if (known.has(id)) {
        this.found.push({ path: [...path, at, 'id'], message: `the id ${JSON.stringify(id)} stands twice` });
      }
      known.add(id);
    });
    return known;
  }
}

/** Ids of a search that stand for nothing in its world, or for two things. */
export function searchFindings(world: World, search: SlotSearch): Finding[] {
  const check = new IdCheck();
  const sites = check.once(world.sites, 'world', 'sites');
  const providers = check.once(world.providers, 'world', 'providers');
  const assets = check.once(world.assets, 'world', 'assets');
  const resources = new Set([...providers, ...assets]);
  world.assets.forEach(({ id, siteId }, at) => {
    const here = ['world', 'assets', at] as const;
    if (providers.has(id)) check.found.push({ path: [...here, 'id'], message: `"${id}" is a provider's id` });
    check.look('site', sites, siteId, ...here, 'siteId');
  });
  world.providers.forEach(({ templates, overrides = [], blocks = [] }, at) => {
    const here = ['world', 'providers', at] as const;
    templates.forEach(({ rules }, version) =>
      rules.forEach(({ siteId }, rule) =>
        check.look('site', sites, siteId, ...here, 'templates', version, 'rules', rule, 'siteId'),
      ),
    );
    overrides.forEach(({ windows }, date) =>
      windows.forEach(({ siteId }, window) =>
        check.look('site', sites, siteId, ...here, 'overrides', date, 'windows', window, 'siteId'),
      ),
    );
    blocks.forEach(({ rule }, block) =>
      check.look('site', sites, rule.siteId, ...here, 'blocks', block, 'rule', 'siteId'),
    );
  });
  world.closures.forEach(({ siteId }, at) =>
    check.look('site', sites, siteId, 'world', 'closures', at, 'siteId'),
  );
  world.claims.forEach(({ siteId, resourceId }, at) => {
    check.look('site', sites, siteId, 'world', 'claims', at, 'siteId');
    check.look('provider, room or equipment', resources, resourceId, 'world', 'claims', at, 'resourceId');
  });
  (world.travel ?? []).forEach(({ fromSiteId, toSiteId }, at) => {
    check.look('site', sites, fromSiteId, 'world', 'travel', at, 'fromSiteId');
    check.look('site', sites, toSiteId, 'world', 'travel', at, 'toSiteId');
  });
  check.found.push(...wishFindings(search, { sites, providers, pools: poolsOf(world) }));
  return check.found;
}

function wishFindings(
  search: SlotSearch,
  known: {
    readonly sites: ReadonlySet<Id>;
    readonly providers: ReadonlySet<Id>;
    readonly pools: Readonly<Record<'room' | 'equipment', ReadonlySet<Id>>>;
  },
): Finding[] {
  const check = new IdCheck();
  const { visit, prefer } = search;
  check.lookAll('provider', known.providers, search.providerIds, 'search', 'providerIds');
  check.lookAll('site', known.sites, search.siteIds, 'search', 'siteIds');
  check.lookAll('provider', known.providers, prefer?.providerIds, 'search', 'prefer', 'providerIds');
  check.lookAll('site', known.sites, prefer?.siteIds, 'search', 'prefer', 'siteIds');
  const here = ['search', 'visit'] as const;
  for (const id of Object.keys(visit.providerDurations ?? {})) {
    check.look('provider', known.providers, id, ...here, 'providerDurations', id);
  }
  check.look('pool of rooms', known.pools.room, visit.roomPool, ...here, 'roomPool');
  check.lookAll('pool of equipment', known.pools.equipment, visit.equipmentPools, ...here, 'equipmentPools');
  (visit.participants ?? []).forEach(({ providerIds }, part) =>
    check.lookAll('provider', known.providers, providerIds, ...here, 'participants', part, 'providerIds'),
  );
  return check.found;
}

function poolsOf({ assets }: World) {
  const pools = { room: new Set<Id>(), equipment: new Set<Id>() };
  for (const asset of assets) for (const pool of asset.pools) pools[asset.kind].add(pool);
  return pools;
}
