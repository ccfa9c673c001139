export const chargeOperations = {};
