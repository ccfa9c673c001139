export const claimOperations = {};
