import type { denialOperations } from '@spark-den/contracts/billing/denials';
import type { billingContract } from '@spark-den/contracts/billing/operations';
import type { Handlers } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { getAppealLetter, writeAppealLetter } from './appeal-letter.ts';
import { getDenial, listDenials } from './show-denials.ts';
import { closeDenial, updateDenial } from './work-denial.ts';

export const denialHandlers = (): Pick<
  Handlers<typeof billingContract, BillingDatabase>,
  keyof typeof denialOperations
> => ({ listDenials, getDenial, updateDenial, writeAppealLetter, getAppealLetter, closeDenial });
