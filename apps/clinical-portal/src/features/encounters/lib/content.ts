import type { Encounter, EncounterContent } from '@spark-den/contracts/clinical/types';

/** A diagnosis on the screen. */
export interface DiagnosisLine {
  readonly code: string;
  readonly label: string | null;
}

/** A service on the screen. `key` tells lines with the same code apart. */
export interface ServiceLine {
  readonly key: number;
  readonly code: string;
  readonly label: string | null;
  readonly modifiers: readonly string[];
  readonly units: number;
  /** 1-based, into the diagnoses. */
  readonly diagnosisPointers: readonly number[];
}

/** What is being entered. */
export interface Draft {
  readonly diagnoses: readonly DiagnosisLine[];
  readonly services: readonly ServiceLine[];
}

export const MOST_DIAGNOSES = 12;
const MOST_POINTERS = 4;

export function draftOf({ diagnoses, services }: Pick<Encounter, 'diagnoses' | 'services'>): Draft {
  return { diagnoses, services: services.map((service, index) => ({ key: index + 1, ...service })) };
}

/** What is sent of a draft. */
export function contentOf({ diagnoses, services }: Draft): EncounterContent {
  return {
    diagnoses: diagnoses.map(({ code }) => code),
    services: services.map(({ code, modifiers, units, diagnosisPointers }) => ({
      code,
      modifiers: [...modifiers],
      units,
      diagnosisPointers: [...diagnosisPointers],
    })),
  };
}

export function sameDraft(a: Draft, b: Draft): boolean {
  return JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
}

/** Adds a diagnosis once; services that point at nothing yet point at it. */
export function addDiagnosis(draft: Draft, diagnosis: DiagnosisLine): Draft {
  if (
    draft.diagnoses.length >= MOST_DIAGNOSES ||
    draft.diagnoses.some(({ code }) => code === diagnosis.code)
  ) {
    return draft;
  }
  const diagnoses = [...draft.diagnoses, diagnosis];
  const services = draft.services.map(service =>
    service.diagnosisPointers.length === 0 ? { ...service, diagnosisPointers: [diagnoses.length] } : service,
  );
  return { diagnoses, services };
}

/** Takes a diagnosis away; pointers to those behind it follow. */
export function removeDiagnosis(draft: Draft, position: number): Draft {
  return {
    diagnoses: draft.diagnoses.filter((_, index) => index !== position - 1),
    services: draft.services.map(service => ({
      ...service,
      diagnosisPointers: service.diagnosisPointers
        .filter(pointer => pointer !== position)
        .map(pointer => (pointer > position ? pointer - 1 : pointer)),
    })),
  };
}

/** Makes a diagnosis the main one; each service still points at the same diagnoses. */
export function makeMain(draft: Draft, position: number): Draft {
  const main = draft.diagnoses[position - 1];
  if (!main) return draft;
  const moved = (pointer: number) => (pointer === position ? 1 : pointer < position ? pointer + 1 : pointer);
  return {
    diagnoses: [main, ...draft.diagnoses.filter(diagnosis => diagnosis !== main)],
    services: draft.services.map(service => ({
      ...service,
      diagnosisPointers: service.diagnosisPointers.map(moved),
    })),
  };
}

/** Adds a service that points at the main diagnosis. */
export function addService(
  draft: Draft,
  service: { readonly code: string; readonly label: string | null },
): Draft {
  const key = Math.max(0, ...draft.services.map(line => line.key)) + 1;
  const line = {
    key,
    ...service,
    modifiers: [],
    units: 1,
    diagnosisPointers: draft.diagnoses.length > 0 ? [1] : [],
  };
  return { ...draft, services: [...draft.services, line] };
}

export function changeService(draft: Draft, key: number, change: Partial<Omit<ServiceLine, 'key'>>): Draft {
  return {
    ...draft,
    services: draft.services.map(line => (line.key === key ? { ...line, ...change } : line)),
  };
}

export function removeService(draft: Draft, key: number): Draft {
  return { ...draft, services: draft.services.filter(line => line.key !== key) };
}

/** Points a service at a diagnosis, or no longer; a claim line takes four. */
export function togglePointer(line: ServiceLine, position: number): readonly number[] {
  if (line.diagnosisPointers.includes(position))
    return line.diagnosisPointers.filter(pointer => pointer !== position);
  return line.diagnosisPointers.length >= MOST_POINTERS
    ? line.diagnosisPointers
    : [...line.diagnosisPointers, position];
}

/** `E119` as people write it: `E11.9`. */
export function dotted(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

/** Letter of a diagnosis, as on a claim form: A for the first. */
export function letter(position: number): string {
  return String.fromCharCode(64 + position);
}

/** Modifiers as typed, `25 lt` or `25,LT`; at most four. */
export function readModifiers(text: string): string[] {
  return text
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(part => part.length === 2)
    .slice(0, 4);
}
