import type { denialOperations } from '@spark-den/contracts/billing/denials';
import type { billingContract } from '@spark-den/contracts/billing/operations';
import type { Handlers } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { getAppealLetter, writeAppealLetter } from './appeal-letter.ts';
import { closeDenial, getDenial, listDenials, updateDenial } from './denial-worklist-repository.ts';

export const denialHandlers = (): Pick<
  Handlers<typeof billingContract, BillingDatabase>,
  keyof typeof denialOperations
> => ({ listDenials, getDenial, updateDenial, writeAppealLetter, getAppealLetter, closeDenial });
