export { useOpenEncounter } from './api/encounter-queries.ts';
export { dotted } from './lib/content.ts';
