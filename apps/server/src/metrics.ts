import type { CallMetrics } from '@spark-den/service-kit';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Calls by service, operation and status class, in the Prometheus text format. */
export class PrometheusMetrics implements CallMetrics {
  readonly registry = new Registry();
  readonly #calls: Histogram<'service' | 'operation' | 'status'>;

  constructor() {
    collectDefaultMetrics({ register: this.registry });
    this.#calls = new Histogram({
      name: 'spark_den_call_seconds',
      help: 'Time of an operation, by service, operation and status class',
      labelNames: ['service', 'operation', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [this.registry],
    });
  }

  observe(service: string, operation: string, status: number, ms: number): void {
    this.#calls.observe({ service, operation, status: `${Math.floor(status / 100)}xx` }, ms / 1000);
  }
}
