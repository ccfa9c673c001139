import type { AuditEvent, Verification } from '@spark-den/contracts/audit/types';
import type { KeyObject } from 'node:crypto';
import type { Anchor } from '../seal/anchors.ts';
import { GENESIS, headHash, leafHash, merkleRoot } from '../seal/hashes.ts';
import { isSignedBy } from '../seal/signer.ts';
import type { SealTable } from '../database.ts';

/** A sealed place with its event as it is stored now; none when it is gone. */
export interface SealedRow {
  readonly position: number;
  readonly leaf: string;
  readonly event: AuditEvent | undefined;
}

export type Finding = NonNullable<Verification['finding']>;

/** Where the check of a log stands after the seals before. */
export interface ChainState {
  readonly nextNumber: number;
  readonly nextPosition: number;
  readonly head: string;
}

export const START: ChainState = { nextNumber: 1, nextPosition: 1, head: GENESIS };

/** Checks one seal and the events under it. Pure: the log is passed in, as it was read. */
export function checkSeal(
  state: ChainState,
  seal: SealTable,
  rows: readonly SealedRow[],
  keys: ReadonlyMap<string, KeyObject>,
): Finding | ChainState {
  const at = state.nextPosition;
  if (seal.number !== state.nextNumber) return found(at, 'head_missing', `Seal ${state.nextNumber} is gone.`);
  if (seal.previousHead !== state.head) {
    return found(at, 'head_missing', `Seal ${seal.number} does not continue the seal before it.`);
  }
  if (headHash(seal) !== seal.head) return found(at, 'head_changed', `Seal ${seal.number} was changed.`);
  if (seal.firstPosition !== at)
    return found(at, 'head_changed', `Seal ${seal.number} begins at the wrong place.`);
  const key = keys.get(seal.keyId);
  if (!key || !isSignedBy(key, seal.head, seal.signature)) {
    return found(at, 'signature_wrong', `Seal ${seal.number} does not bear our signature.`);
  }
  const inRows = checkRows(seal, rows);
  if (inRows) return inRows;
  return { nextNumber: seal.number + 1, nextPosition: seal.lastPosition + 1, head: seal.head };
}

function checkRows(seal: SealTable, rows: readonly SealedRow[]): Finding | undefined {
  for (let position = seal.firstPosition; position <= seal.lastPosition; position += 1) {
    const row = rows[position - seal.firstPosition];
    if (row?.position !== position) {
      return found(position, 'event_missing', `Nothing is left at position ${position}.`);
    }
    if (!row.event) return found(position, 'event_missing', `The event at position ${position} is gone.`);
    if (leafHash(position, row.event) !== row.leaf) return changed(position, row, rows);
  }
  if (rows.length > seal.lastPosition - seal.firstPosition + 1) {
    return found(
      seal.lastPosition + 1,
      'event_added',
      `There is more under seal ${seal.number} than it covers.`,
    );
  }
  if (merkleRoot(rows.map(({ leaf }) => leaf)) !== seal.root) {
    const range = `${seal.firstPosition} and ${seal.lastPosition}`;
    return found(
      seal.firstPosition,
      'event_changed',
      `Something between the positions ${range} was rewritten.`,
    );
  }
  return undefined;
}

/** An event that stood at another place of this seal was moved; otherwise it was changed. */
function changed(position: number, row: SealedRow, rows: readonly SealedRow[]): Finding {
  const { event } = row;
  const moved =
    event !== undefined &&
    rows.some(
      other =>
        other !== row &&
        (leafHash(other.position, event) === other.leaf || leafHash(other.position, event) === row.leaf),
    );
  return moved
    ? found(position, 'order_changed', `The event at position ${position} stood elsewhere.`)
    : found(position, 'event_changed', `The event at position ${position} was changed.`);
}

/** Compares what was kept outside the database with what the database says. */
export function checkAnchors(
  anchors: readonly Anchor[],
  headOf: (number: number) => { readonly head: string; readonly firstPosition: number } | undefined,
  end: ChainState,
): Finding | undefined {
  for (const anchor of anchors) {
    const stored = headOf(anchor.number);
    if (!stored) {
      return found(
        end.nextPosition,
        'head_missing',
        `Seal ${anchor.number} was anchored and is gone: the end was cut off.`,
      );
    }
    if (stored.head !== anchor.head) {
      return found(
        stored.firstPosition,
        'anchor_differs',
        `Seal ${anchor.number} is not the one that was anchored.`,
      );
    }
  }
  return undefined;
}

export function isFinding(result: Finding | ChainState): result is Finding {
  return 'problem' in result;
}

function found(position: number, problem: Finding['problem'], explanation: string): Finding {
  return { position, problem, explanation };
}
