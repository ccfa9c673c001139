const CHANNEL = 'sparkden-session';
const UNLOCKED = 'unlocked';
const WINDOW_NAME = 'sparkden-sign-in';

/**
 * Opens the sign-in in a small window, so that the page below keeps its work.
 * @returns false when the browser blocked the window
 */
export function openSignIn(returnPath: string): boolean {
  const address = `/session/login?return=${encodeURIComponent(returnPath)}&prompt=login`;
  return window.open(address, WINDOW_NAME, 'popup,width=480,height=680') !== null;
}

/** Run by the page that the small window ends on: tells all tabs of this portal that somebody signed in. */
export function announceUnlocked(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(UNLOCKED);
  channel.close();
}

/** Calls `listener` when a sign-in is announced. Returns how to stop. */
export function onUnlocked(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = event => event.data === UNLOCKED && listener();
  return () => channel.close();
}
