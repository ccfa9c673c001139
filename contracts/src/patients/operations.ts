import { serviceContract } from '@spark-den/contracts/operation';
import * as coverage from './coverage-operations.ts';
import { errors } from './errors.ts';
import * as events from './events.ts';
import * as merge from './merge-operations.ts';
import * as patient from './patient-operations.ts';
import { permissions } from './permissions.ts';
import * as registration from './registration-operations.ts';

/** Registration, master patient index, coverage and eligibility. */
export const patientsContract = serviceContract({
  name: 'patients',
  port: 3011,
  database: 'business',
  operations: { ...registration, ...patient, ...merge, ...coverage },
  events: { ...events },
  errors,
  permissions,
});
