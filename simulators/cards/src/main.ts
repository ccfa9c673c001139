import { cardsServer } from './server.ts';

/** Starts the card processor on its own, configured by its environment. */
const {
  PORT = '15081',
  CARDS_SECRET_KEY = 'sk_test_harbor_point',
  CARDS_WEBHOOK_SECRET = 'whsec_harbor_point',
  CARDS_WEBHOOK_URL = 'http://127.0.0.1:5174/webhooks/cards',
} = process.env;

const server = cardsServer({
  secretKey: CARDS_SECRET_KEY,
  webhookSecret: CARDS_WEBHOOK_SECRET,
  webhookUrl: CARDS_WEBHOOK_URL,
});
await server.listen({ port: Number(PORT), host: '127.0.0.1' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
