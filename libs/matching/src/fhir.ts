import type { Candidate, MatchGrade, PersonRecord } from './types.ts';

/** As much of a FHIR R4 Patient as matching reads. */
export interface FhirPatient {
  readonly resourceType?: 'Patient';
  readonly id?: string;
  readonly name?: readonly {
    readonly use?: string;
    readonly text?: string;
    readonly family?: string;
    readonly given?: readonly string[];
    readonly suffix?: readonly string[];
  }[];
  readonly gender?: string;
  readonly birthDate?: string;
  readonly telecom?: readonly { readonly system?: string; readonly value?: string }[];
  readonly address?: readonly {
    readonly line?: readonly string[];
    readonly city?: string;
    readonly state?: string;
    readonly postalCode?: string;
  }[];
  readonly identifier?: readonly {
    readonly system?: string;
    readonly value?: string;
    readonly type?: { readonly coding?: readonly { readonly code?: string }[] };
  }[];
}

/** Identifier types (HL7 v2 table 0203) that belong to one person wherever they are written down. */
const PERSONAL_NUMBERS = new Set(['MB', 'DL', 'PPN']);
const FORMER_USES = new Set(['maiden', 'old']);

/** A FHIR Patient as the engine sees one: the official name first, former names apart. */
export function personOfPatient(patient: FhirPatient, id: string): PersonRecord {
  const names = patient.name ?? [];
  const current = names.filter(({ use }) => !FORMER_USES.has(use ?? ''));
  const main = current.find(({ use }) => use === 'official') ?? current[0] ?? names[0];
  const others = names.filter(name => name !== main);
  const telecom = (system: string) =>
    (patient.telecom ?? []).flatMap(contact => (contact.system === system ? (contact.value ?? []) : []));
  const numbers = (patient.identifier ?? []).map(({ system = '', value, type }) => ({
    code: system.endsWith('us-ssn') || system.endsWith('2.16.840.1.113883.4.1') ? 'SS' : codeOf(type),
    value,
  }));
  return {
    id,
    given: [...(main?.given ?? []), ...others.flatMap(({ given = [] }) => given.slice(0, 1))],
    family: main?.family,
    formerFamily: others.flatMap(({ family }) => family ?? []),
    fullName: main?.family === undefined ? main?.text : undefined,
    suffix: main?.suffix?.[0],
    birthDate: patient.birthDate,
    sex: patient.gender,
    ssn: numbers.find(({ code }) => code === 'SS')?.value,
    phones: telecom('phone'),
    emails: telecom('email'),
    addresses: patient.address?.map(({ line, city, state, postalCode }) => ({
      line: line?.join(' '),
      city,
      state,
      postalCode,
    })),
    memberIds: numbers.flatMap(({ code, value }) => (PERSONAL_NUMBERS.has(code) ? (value ?? []) : [])),
  };
}

function codeOf(type: { readonly coding?: readonly { readonly code?: string }[] } | undefined): string {
  return type?.coding?.[0]?.code ?? '';
}

export interface PatientMatchOptions {
  /** Only a match that is beyond doubt and alone; nothing where there are two. Default `false`. */
  readonly onlyCertainMatches?: boolean;
  /** At most so many entries. Default 10. */
  readonly count?: number;
}

export interface PatientMatchEntry<Resource> {
  readonly resource: Resource;
  readonly search: {
    readonly mode: 'match';
    /** The posterior, 0…1. */
    readonly score: number;
    readonly extension: readonly [
      { readonly url: typeof MATCH_GRADE; readonly valueCode: Exclude<MatchGrade, 'certainly-not'> },
    ];
  };
}

export interface PatientMatchBundle<Resource> {
  readonly resourceType: 'Bundle';
  readonly type: 'searchset';
  readonly total: number;
  readonly entry: readonly PatientMatchEntry<Resource>[];
}

/** The extension that carries how sure a match is (FHIR R4, `Patient/$match`). */
export const MATCH_GRADE = 'http://hl7.org/fhir/StructureDefinition/match-grade';

/**
 * The answer of `Patient/$match` (https://hl7.org/fhir/R4/patient-operation-match.html): likeliest first, each with its
 * score and its grade: `certain` what the engine would link by itself, `probable` from one in two up, `possible` below.
 *
 * @param found what a `MatchIndex` answered
 * @param resourceOf the patient of a candidate's id; candidates without one are left out
 */
export function matchBundle<Resource>(
  found: readonly Candidate[],
  resourceOf: (id: string) => Resource | undefined,
  { onlyCertainMatches = false, count = 10 }: PatientMatchOptions = {},
): PatientMatchBundle<Resource> {
  const certain = found.filter(({ grade }) => grade === 'certain');
  const wanted = onlyCertainMatches ? (certain.length === 1 ? certain : []) : found;
  const entry = wanted.slice(0, count).flatMap(({ id, posterior, grade }) => {
    const resource = resourceOf(id);
    if (resource === undefined || grade === 'certainly-not') return [];
    const extension = [{ url: MATCH_GRADE, valueCode: grade }] as const;
    return [{ resource, search: { mode: 'match' as const, score: posterior, extension } }];
  });
  return { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry };
}
