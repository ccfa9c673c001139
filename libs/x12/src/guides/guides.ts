import { guide270 } from './270.ts';
import { guide271 } from './271.ts';
import { guide276 } from './276.ts';
import { guide277 } from './277.ts';
import { guide277CA } from './277ca.ts';
import { guide278 } from './278.ts';
import { guide835 } from './835.ts';
import { guide837D } from './837d.ts';
import { guide837I } from './837i.ts';
import { guide837P } from './837p.ts';
import { guide999 } from './999.ts';
import { parseGuide } from './notation.ts';
import type { GuideRule } from './rules.ts';

const SOURCES: Readonly<Record<string, string>> = {
  '837P': guide837P,
  '837I': guide837I,
  '835': guide835,
  '270': guide270,
  '271': guide271,
  '276': guide276,
  '277': guide277,
  '277CA': guide277CA,
  '999': guide999,
  '837D': guide837D,
  '278': guide278,
};

/** Which guide judges which GS08 with which ST01; a guide is parsed when it is first met. */
const BY_VERSION: Readonly<Record<string, string>> = {
  '837 005010X222A1': '837P',
  '837 005010X222': '837P',
  '837 005010X222A2': '837P',
  '837 005010X223A2': '837I',
  '837 005010X223': '837I',
  '837 005010X223A1': '837I',
  '837 005010X223A3': '837I',
  '835 005010X221A1': '835',
  '835 005010X221': '835',
  '270 005010X279A1': '270',
  '270 005010X279': '270',
  '271 005010X279A1': '271',
  '271 005010X279': '271',
  '276 005010X212': '276',
  '277 005010X212': '277',
  '277 005010X214': '277CA',
  '999 005010X231A1': '999',
  '999 005010X231': '999',
};

/** Versions whose guide is known by files only: it knows loops and segments, but no codes and no required elements. */
const KNOWN_BY_FILES: Readonly<Record<string, string>> = {
  '837 005010X224A2': '837D',
  '837 005010X224A1': '837D',
  '837 005010X224': '837D',
  '278 005010X217': '278',
};

const NAMES = bySetAndVersion({ ...KNOWN_BY_FILES, ...BY_VERSION });
const parsed = new Map<string, GuideRule>();

/** The guide for a transaction set and version, or undefined where only the envelope can be judged. */
export function guideFor(set: string, version: string): GuideRule | undefined {
  const name = NAMES.get(set)?.get(version);
  return name === undefined ? undefined : guideNamed(name);
}

/** Is this the version of another transaction set, such as an 835's of an 837? */
export function isVersionOfOther(set: string, version: string): boolean {
  return !hasGuide(set, version) && [...NAMES.values()].some(versions => versions.has(version));
}

/** Is there a guide for this transaction set and version? */
export function hasGuide(set: string, version: string): boolean {
  return NAMES.get(set)?.has(version) === true;
}

/** The guide that people call so (`837P`, `277CA` …), compiled when it is first asked for; undefined for another name. */
export function guideNamed(name: string): GuideRule | undefined {
  const known = parsed.get(name);
  if (known) return known;
  const source = SOURCES[name];
  if (source === undefined) return undefined;
  const guide = parseGuide(source);
  parsed.set(name, guide);
  return guide;
}

/** Is there a model of this version? Of others we know segments only. Payers name their 835 as they like. */
export function hasModel(set: string, version: string): boolean {
  return hasGuide(set, version) || (set === '835' && !/^00[34]/.test(version));
}

/** What people call the transaction: `837P`, `277CA`, else ST01. */
export function transactionName(set: string, version: string): string {
  return NAMES.get(set)?.get(version) ?? set;
}

/** Asked for every transaction, so without making a key. */
function bySetAndVersion(
  names: Readonly<Record<string, string>>,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sets = new Map<string, Map<string, string>>();
  for (const [key, name] of Object.entries(names)) {
    const [set = '', version = ''] = key.split(' ');
    sets.set(set, (sets.get(set) ?? new Map<string, string>()).set(version, name));
  }
  return sets;
}
