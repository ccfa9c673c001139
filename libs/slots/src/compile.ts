import { DAY_MS } from '@spark-den/kernel';
import { heldBlocks, type HeldBlock } from './blocks.ts';
import { closedSpans, openPieces, workingSpans, type OpenWindow, type WorkingSpan } from './availability.ts';
import { isQuotaReached } from './quotas.ts';
import { fullSpans, isEmpty, unionOf, type SpanSet } from './spans.ts';
import { TravelTimes } from './travel.ts';
import type { Asset, Claim, Provider, Site, Slot, Span, World } from './types.ts';

export interface CompiledProvider {
  readonly id: string;
  /** The participants of a visit that needs nobody else; shared by its slots. */
  readonly alone: Slot['participants'];
  /** Where there is working time, in order of id. */
  readonly siteIds: readonly string[];
  readonly working: readonly WorkingSpan[];
  readonly open: readonly OpenWindow[];
  readonly timeOff: SpanSet;
  readonly blocks: readonly HeldBlock[];
  readonly hasQuotas: boolean;
  readonly claims: readonly Claim[];
  readonly capacity: number;
}

export interface CompiledAsset {
  readonly asset: Asset;
  readonly claims: readonly Claim[];
  /** Where it cannot be taken: at capacity, or out of use. */
  readonly blocked: SpanSet;
}

/** Blocks and working time may begin after the last start and before that visit's end. */
const LONGEST_VISIT_MS = DAY_MS;
const NO_CLAIMS: readonly Claim[] = [];

/** A world made ready for many questions about one range of time. */
export class Schedule {
  /** The time that a visit can take which starts within the range asked about. */
  readonly #range: Span;
  readonly sites: ReadonlyMap<string, Site>;
  readonly closed: ReadonlyMap<string, SpanSet>;
  readonly travel: TravelTimes;
  /** In order of id, so that ties resolve the same way every time. */
  readonly providers: readonly CompiledProvider[];
  readonly #byId: ReadonlyMap<string, CompiledProvider>;
  readonly #assets = new Map<string, CompiledAsset[]>();
  readonly #blocked = new Map<string, SpanSet>();
  readonly #openFor = new Map<string, readonly OpenWindow[]>();

  constructor(world: World, range: Span) {
    this.#range = { start: range.start, end: range.end + LONGEST_VISIT_MS };
    this.sites = new Map(world.sites.map(site => [site.id, site]));
    this.closed = new Map(world.sites.map(site => [site.id, closedSpans(world.closures, site)]));
    this.travel = new TravelTimes(world.travel ?? [], this.sites);
    const claims = groupClaims(world.claims);
    this.providers = [...world.providers]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(provider => this.#compileProvider(provider, claims.get(provider.id) ?? NO_CLAIMS, world.asOf));
    this.#byId = new Map(this.providers.map(provider => [provider.id, provider]));
    for (const asset of world.assets) this.#addAsset(asset, claims.get(asset.id) ?? NO_CLAIMS);
    for (const pool of this.#assets.values()) pool.sort(leastGeneralFirst);
  }

  provider(id: string): CompiledProvider | undefined {
    return this.#byId.get(id);
  }

  /** Assets of a pool at a site, those that serve the fewest other pools first. */
  pool(kind: Asset['kind'], pool: string, siteId: string): readonly CompiledAsset[] {
    return this.#assets.get(`${kind}|${siteId}|${pool}`) ?? [];
  }

  /** A provider's open time without what is kept for other visit types, and without windows whose quota is reached. */
  openFor(provider: CompiledProvider, visitTypeId: string): readonly OpenWindow[] {
    if (provider.blocks.length === 0 && !provider.hasQuotas) return provider.open;
    const key = `${provider.id}|${visitTypeId}`;
    let open = this.#openFor.get(key);
    if (!open) {
      open = this.#openForType(provider, visitTypeId);
      this.#openFor.set(key, open);
    }
    return open;
  }

  #openForType({ blocks, working, claims, timeOff }: CompiledProvider, visitTypeId: string): OpenWindow[] {
    const kept = unionOf(blocks.filter(block => !block.visitTypeIds.has(visitTypeId)));
    return openPieces(
      working.filter(span => !isQuotaReached(span, visitTypeId, claims)),
      unionOf([...timeOff, ...kept]),
      this.closed,
    );
  }

  /** Where a provider cannot take a visit at `siteId`: busy there, or busy elsewhere and on the way. */
  blockedAt(provider: CompiledProvider, siteId: string): SpanSet {
    const key = `${provider.id}|${siteId}`;
    let blocked = this.#blocked.get(key);
    if (!blocked) {
      blocked = this.#blockedOf(provider, siteId);
      this.#blocked.set(key, blocked);
    }
    return blocked;
  }

  #blockedOf({ claims, capacity }: CompiledProvider, siteId: string): SpanSet {
    if (claims.every(claim => claim.siteId === siteId)) return fullSpans(claims, capacity);
    const here = claims.filter(claim => claim.siteId === siteId);
    const elsewhere = claims
      .filter(claim => claim.siteId !== siteId)
      .map(claim => this.withTravel(claim, siteId));
    return unionOf([...fullSpans(here, capacity), ...elsewhere]);
  }

  /** A claim at another site, made longer by the way there and back. */
  withTravel(claim: Claim, siteId: string): Span {
    return {
      start: this.travel.departure(siteId, claim.siteId, claim.start),
      end: this.travel.arrival(claim.siteId, siteId, claim.end),
    };
  }

  #compileProvider(provider: Provider, claims: readonly Claim[], asOf: number | undefined): CompiledProvider {
    const working = workingSpans(provider, this.sites, this.#range);
    const timeOff = unionOf(provider.timeOff ?? []);
    return {
      id: provider.id,
      alone: [{ role: 'provider', id: provider.id }],
      siteIds: [...new Set(working.map(({ siteId }) => siteId))].sort(),
      working,
      open: openPieces(working, timeOff, this.closed),
      timeOff,
      blocks: heldBlocks(provider, this.sites, this.#range, asOf),
      hasQuotas: working.some(({ quotas }) => quotas.length > 0),
      claims,
      capacity: provider.capacity ?? 1,
    };
  }

  #addAsset(asset: Asset, claims: readonly Claim[]): void {
    const blocked = unionOf([...fullSpans(claims, asset.capacity ?? 1), ...(asset.timeOff ?? [])]);
    const compiled = { asset, claims, blocked };
    for (const pool of asset.pools) {
      const key = `${asset.kind}|${asset.siteId}|${pool}`;
      const list = this.#assets.get(key);
      if (list) list.push(compiled);
      else this.#assets.set(key, [compiled]);
    }
  }
}

/** @param range the time in which questions will be asked, of visits of a day at most; spans that touch it are reckoned whole */
export function compileSchedule(world: World, range: Span): Schedule {
  return new Schedule(world, range);
}

function groupClaims(claims: readonly Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    // one without length takes no time, and nobody has to travel for it
    if (isEmpty(claim)) continue;
    const group = groups.get(claim.resourceId);
    if (group) group.push(claim);
    else groups.set(claim.resourceId, [claim]);
  }
  return groups;
}

function leastGeneralFirst(a: CompiledAsset, b: CompiledAsset): number {
  return a.asset.pools.length - b.asset.pools.length || (a.asset.id < b.asset.id ? -1 : 1);
}
