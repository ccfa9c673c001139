/** The clearinghouse as it signs its files. */
export const CLEARINGHOUSE = {
  id: 'BRIGHTCH',
  name: 'BRIGHTLINE CLEARINGHOUSE',
  zone: 'America/Chicago',
} as const;
