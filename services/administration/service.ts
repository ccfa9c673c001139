import { administrationContract } from '@spark-den/contracts/administration/operations';
import { defineService } from '@spark-den/service-kit';
import type { AdministrationDatabase } from './database.ts';
import { listSchedules, schedulesInForce } from './fee-schedules/fee-schedule-repository.ts';
import { getFeeSchedule } from './fee-schedules/get-fee-schedule.ts';
import { getPayer, getPractice } from './practices/get-practice.ts';
import { installPractice } from './practices/install-practice.ts';
import { listByName } from './practices/master-data-repository.ts';

/** The practice's master data: who it is, where it works, whom it bills and what it asks. */
export const administrationService = defineService<AdministrationDatabase>()({
  contract: administrationContract,
  migrations: new URL('./migrations/', import.meta.url),
  handlers: () => ({
    getPractice,
    listProviders: (context, input) => listByName(context, 'provider', input),
    listLocations: (context, input) => listByName(context, 'location', input),
    listRooms: (context, input) =>
      listByName(context, 'room', input, { column: 'locationId', id: input.locationId }),
    listEquipment: (context, input) =>
      listByName(context, 'equipment', input, { column: 'locationId', id: input.locationId }),
    listPayers: (context, input) => listByName(context, 'payer', input),
    getPayer,
    listPlans: (context, input) =>
      listByName(context, 'plan', input, { column: 'payerId', id: input.payerId }),
    listFeeSchedules: listSchedules,
    getFeeSchedule,
    getFeeSchedulesInForce: async (context, { on }) => ({ items: await schedulesInForce(context, on) }),
    installPractice,
  }),
});
