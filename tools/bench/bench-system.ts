import type { Client } from '@spark-den/contracts/client';
import type { RoleKey, ServiceContract } from '@spark-den/contracts/operation';
import { CONTRACTS, loadServices } from '@spark-den/server/registry';
import { person } from '@spark-den/testkit';
import { demoInstallation } from '../demo-installation.ts';
import { startInProcess, type InProcessSystem } from '../in-process-system.ts';

/** All services in this process over a durable PostgreSQL, with the demo practices installed. */
export interface BenchSystem extends Omit<InProcessSystem, 'as'> {
  as<C extends ServiceContract>(contract: C, role: RoleKey): Client<C>;
}

export async function startBenchSystem(): Promise<BenchSystem> {
  const running = await startInProcess({ services: await loadServices(), durable: true, poolSize: 16 });
  await running.install(demoInstallation());
  return { ...running, as: (contract, role) => running.as(contract, person(role, CONTRACTS)) };
}
