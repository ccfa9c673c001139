export type { CardEvent, CardObject, Charge, CheckoutSession, PaymentIntent, Refund } from './objects.ts';
export { cardsServer, type CardsOptions } from './server.ts';
export { signatureHeader, type Delivery } from './webhooks.ts';
