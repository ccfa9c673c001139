import { administrationContract } from '@spark-den/contracts/administration/operations';
import { fail } from '@spark-den/service-kit';
import type { AdministrationContext } from '../database.ts';
import { findPayer, findPractice } from './master-data-repository.ts';

export async function getPractice(context: AdministrationContext) {
  const practice = await findPractice(context);
  if (!practice) throw fail(administrationContract, 'administration.practice_not_found');
  return practice;
}

export async function getPayer(context: AdministrationContext, { payerId }: { readonly payerId: string }) {
  const payer = await findPayer(context, payerId);
  if (!payer) throw fail(administrationContract, 'administration.payer_not_found', { payerId });
  return payer;
}
