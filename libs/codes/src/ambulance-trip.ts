/** Places of a transport, in the words of a modifier: CMS, Medicare Claims Processing Manual, chapter 15, section 30. */
const PLACES: Readonly<Record<string, string>> = {
  D: 'diagnostic or therapeutic site',
  E: 'residential facility',
  G: 'hospital-based dialysis',
  H: 'hospital',
  I: 'transfer site',
  J: 'free-standing dialysis',
  N: 'skilled nursing facility',
  P: "physician's office",
  R: 'residence',
  S: 'scene of the accident',
};
/** Only ever a destination. */
const STOP = "physician's office on the way to the hospital";

/**
 * What a modifier of two letters says of an ambulance trip, such as `RH`: from residence to hospital.
 * HCPCS does not list these combinations one by one. @returns undefined where it is none
 */
export function ambulanceTrip(modifier: string): string | undefined {
  const [origin = '', destination = ''] = modifier;
  const from = PLACES[origin];
  const to = destination === 'X' ? STOP : PLACES[destination];
  return modifier.length === 2 && from && to ? `Ambulance from ${from} to ${to}` : undefined;
}
