export { PAYER_IDS, type Member, type MemberCoverage, type PayerId, type Quirk } from './member.ts';
export type { NamedMember } from './named-members.ts';
export { findMember, namedMember, roster } from './roster.ts';
