export type ClaimsTables = object;
