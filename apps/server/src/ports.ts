/** Every port of a system, before `PORT_OFFSET` is added; DESIGN section 2 of the architecture. */
export const PORTS = {
  pms: 5174,
  clinical: 5173,
  clearinghouse: 15_080,
  cards: 15_081,
  postgres: 15_432,
} as const;
