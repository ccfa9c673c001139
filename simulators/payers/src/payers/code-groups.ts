/** Visits that carry a copay. */
export function isOfficeVisit(code: string): boolean {
  return /^992(0[2-5]|1[1-5])$/.test(code);
}

/** Preventive services without any share for the patient. */
const PREVENTIVE = new Set(['G0402', 'G0438', 'G0439', 'G0442', 'G0444', 'G0447', 'G0008', 'Q2039']);

export function isPreventive(code: string): boolean {
  return PREVENTIVE.has(code);
}

/** Annual wellness visits, one in twelve months. */
export function isWellnessVisit(code: string): boolean {
  return code === 'G0438' || code === 'G0439';
}

/** Supplies that are part of the service and never paid apart. */
export function isBundled(code: string): boolean {
  return code === 'A4550';
}
