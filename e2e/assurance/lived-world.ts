import { cardsServer } from '@spark-den/cards-simulator';
import { administrationContract } from '@spark-den/contracts/administration/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { clearinghouseServer } from '@spark-den/payers-simulator';
import { runDemoDay } from '@spark-den/practice-simulator';
import { harborPoint, northfield } from '@spark-den/practice-simulator/demo-practice';
import { demoSchedule } from '@spark-den/practice-simulator/demo-schedule';
import { loadServices } from '@spark-den/server/registry';
import type { ServiceDefinition } from '@spark-den/service-kit';
import { PRACTICE_ID, systemUser } from '@spark-den/testkit';
import { EdgeWorld, portOf } from './edge-world.ts';

/** A system in which Harbor Point has lived a day, beside Northfield, which has done nothing yet. */
export interface LivedWorld {
  readonly world: EdgeWorld;
  stop(): Promise<void>;
}

export async function startLivedWorld(options: {
  readonly checkPermissions: boolean;
  /** Before the day begins, when the practices are installed. */
  readonly prepare?: (world: EdgeWorld) => Promise<void>;
  readonly dress?: (definition: ServiceDefinition) => ServiceDefinition;
}): Promise<LivedWorld> {
  const world = await EdgeWorld.start({
    services: (await loadServices()).map(options.dress ?? (definition => definition)),
    limits: 'none',
    machineClock: true,
    checkPermissions: options.checkPermissions,
  });
  const { settings } = world.test.system.ports;
  const clearinghouse = clearinghouseServer({ token: settings.clearinghouseToken });
  const cards = cardsServer({
    secretKey: settings.cardsSecretKey,
    webhookSecret: settings.cardsWebhookSecret,
    webhookUrl: `${world.urls.pms}/webhooks/cards`,
  });
  await clearinghouse.listen({ port: portOf(settings.clearinghouseUrl), host: '127.0.0.1' });
  await cards.listen({ port: portOf(settings.cardsApiUrl), host: '127.0.0.1' });
  for (const document of [harborPoint, northfield]) {
    await world.test.as(administrationContract, systemUser(document.practice.id)).installPractice(document);
  }
  await world.test.as(schedulingContract, systemUser(PRACTICE_ID)).installSchedule(demoSchedule);
  await options.prepare?.(world);
  await runDemoDay({
    pmsUrl: world.urls.pms,
    clinicalUrl: world.urls.clinical,
    clearinghouseUrl: settings.clearinghouseUrl,
    cardsUrl: settings.cardsApiUrl,
    async setClock(now) {
      if (now) world.test.clock.set(now);
      await fetch(`${settings.clearinghouseUrl}/control/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ now: now ?? null }),
      });
    },
  });
  await world.test.settled();
  return {
    world,
    async stop() {
      await world.stop();
      await Promise.all([clearinghouse.close(), cards.close()]);
    },
  };
}
