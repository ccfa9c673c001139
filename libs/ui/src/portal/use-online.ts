import { useEffect, useState } from 'react';
import { useToast } from '../toast.tsx';

/** Whether this computer has a connection. Says so when it goes: what is saved meanwhile waits and is sent when it is back. */
export function useOnline(): boolean {
  const toast = useToast();
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const change = () => {
      setOnline(navigator.onLine);
      if (navigator.onLine) toast.show('Connected again', { tone: 'success' });
      else toast.show('No connection. What you save is sent when it is back.', { tone: 'warning' });
    };
    window.addEventListener('online', change);
    window.addEventListener('offline', change);
    return () => {
      window.removeEventListener('online', change);
      window.removeEventListener('offline', change);
    };
  }, [toast]);
  return online;
}
