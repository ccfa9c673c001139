import { AppError, type Instant } from '@spark-den/kernel';
import { guideFor, guideNamed, transactionName } from './guides/guides.ts';
import {
  writeInterchange,
  type GroupDraft,
  type PartyId,
  type TransactionDraft,
} from './segments/interchange.ts';
import type { WriteOptions } from './segments/writer.ts';

/** How a partner is written to: ids, versions, delimiters and characters in one place. */
export interface PartnerProfile extends WriteOptions {
  /** ISA05/06. */
  readonly sender: PartyId;
  /** ISA07/08. */
  readonly receiver: PartyId;
  /** GS02; the sender's id when left out. */
  readonly applicationSender?: string;
  /** GS03; the receiver's id when left out. */
  readonly applicationReceiver?: string;
  /** ISA15: test or production. */
  readonly usage: 'T' | 'P';
  /** ISA14: the partner is asked for a TA1. */
  readonly acknowledgementRequested?: boolean;
  /** ISA12; `00501` when left out. */
  readonly interchangeVersion?: string;
  /** GS08 and ST03 by `837P`, `835` …, where the partner wants another version than that of the guide. */
  readonly versions?: Readonly<Record<string, string>>;
}

/** What only the caller can number. */
export interface PartnerNumbers {
  /** ISA13. */
  readonly interchange: number;
  /** GS06 of the first group; further groups count on. */
  readonly group: number;
  /** ISA09/10 and GS04/05: wall clock `CCYY-MM-DDTHH:MM`, or an instant read as UTC. */
  readonly at: Instant | string;
}

/**
 * Writes transactions as one interchange for a partner; a group for each kind, in the order in which kinds come first.
 * @throws AppError `x12.bad_envelope` for a transaction of a version that no guide knows, and all that `writeInterchange` throws
 * @example writeForPartner(profile, [buildProfessionalClaims(claims, '0001')], { interchange: 17, group: 17, at })
 */
export function writeForPartner(
  profile: PartnerProfile,
  transactions: readonly TransactionDraft[],
  numbers: PartnerNumbers,
): string {
  const { sender, receiver, usage, acknowledgementRequested, interchangeVersion } = profile;
  const groups = new Map<string, Omit<GroupDraft, 'control'>>();
  for (const transaction of transactions) {
    const { functionalId, version } = kindOf(transaction, profile);
    const key = `${functionalId} ${version}`;
    const own = transaction.version === undefined ? transaction : { ...transaction, version };
    groups.set(key, {
      functionalId,
      version,
      sender: profile.applicationSender ?? sender.id,
      receiver: profile.applicationReceiver ?? receiver.id,
      transactions: [...(groups.get(key)?.transactions ?? []), own],
    });
  }
  return writeInterchange(
    {
      sender,
      receiver,
      control: numbers.interchange,
      at: numbers.at,
      usage,
      acknowledgementRequested,
      version: interchangeVersion,
      groups: [...groups.values()].map((group, at) => ({ ...group, control: numbers.group + at })),
    },
    profile,
  );
}

/** GS01 and GS08. */
function kindOf(
  { set, version = '' }: TransactionDraft,
  { versions = {} }: PartnerProfile,
): { readonly functionalId: string; readonly version: string } {
  const name = transactionName(set, version);
  const guide = guideNamed(name);
  const wanted = Object.hasOwn(versions, name) ? versions[name] : version || guide?.version;
  if (!guide || wanted === undefined || (wanted !== guide.version && !guideFor(set, wanted)))
    throw new AppError('invalid', 'x12.bad_envelope', { part: 'version' });
  return { functionalId: guide.functionalId, version: wanted };
}
