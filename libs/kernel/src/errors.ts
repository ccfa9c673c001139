/** The closed set of ways in which an operation can fail; DESIGN.md section 3. */
export const ERROR_KINDS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'rule_violated',
  'rate_limited',
  'unavailable',
  'internal',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** The one table from kind to HTTP status. */
export const HTTP_STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  rule_violated: 422,
  rate_limited: 429,
  unavailable: 503,
  internal: 500,
};

/** Data that explains a failure: ids, codes, positions, figures. No names, no free text about a patient. */
export type ErrorFields = Readonly<Record<string, unknown>>;

/** A failure with a stable code. The text a person reads comes from the contract's error catalogue. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly fields: ErrorFields;

  constructor(kind: ErrorKind, code: string, fields: ErrorFields = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.fields = fields;
  }
}
