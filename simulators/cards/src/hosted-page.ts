import { cents, formatCents } from '@spark-den/kernel';
import type { CheckoutSession } from './objects.ts';

/** The processor's own page: an amount and two buttons. A real one has the card fields; this one needs none. */
export function hostedPage(session: CheckoutSession, message: string | undefined): string {
  const amount = formatCents(cents(session.amount_total));
  const body =
    session.status === 'open'
      ? `<p class="amount">${amount}</p>
${message ? `<p role="alert">${escapeHtml(message)}</p>` : ''}
<form method="post">
<button name="outcome" value="pay">Pay ${amount}</button>
<button name="outcome" value="decline" class="quiet">Use a card that is declined</button>
</form>
${session.cancel_url ? `<p><a href="${escapeHtml(session.cancel_url)}">Back without paying</a></p>` : ''}`
      : `<p>This page is closed.</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pay by card (simulated)</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 24rem; margin: 15vh auto; padding: 0 1rem; color: #1d2433; }
.amount { font-size: 2rem; font-variant-numeric: tabular-nums; margin: 0 0 1rem; }
button { display: block; width: 100%; padding: .75rem; margin: .5rem 0; font: inherit; border-radius: 6px; border: 1px solid #0b5; background: #075; color: #fff; }
button.quiet { background: #fff; color: #1d2433; border-color: #99a; }
[role=alert] { color: #a11; }
</style>
</head>
<body>
<h1>Card payment (simulated)</h1>
${body}
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
