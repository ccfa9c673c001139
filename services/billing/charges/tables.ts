export type ChargesTables = object;
