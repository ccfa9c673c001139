import type { AuditEvent, Verification } from '@spark-den/contracts/audit/types';
import type { Instant } from '@spark-den/kernel';
import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, never>;

export type EventTable = Omit<AuditEvent, 'detail'> & { detail: Json<AuditEvent['detail']> };

export interface SealTable {
  number: number;
  firstPosition: number;
  lastPosition: number;
  root: string;
  previousHead: string;
  sealedAt: Instant;
  head: string;
  keyId: string;
  signature: string;
}

/** The tables of `migrations/`. */
export interface AuditDatabase {
  event: EventTable;
  unsealed: { arrival: Generated<number>; eventId: string };
  sealedEvent: { position: number; eventId: string; leaf: string };
  seal: SealTable;
  signingKey: { id: string; publicKey: string; encryptedPrivateKey: string; createdAt: Instant };
  verification: { checkedAt: Instant; result: Json<Verification> };
}
