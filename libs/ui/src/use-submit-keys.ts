import { useEffect, type RefObject } from 'react';

/** Ctrl+Enter (⌘+Enter) anywhere in a form sends it. */
export function useSubmitKeys(form: RefObject<HTMLFormElement>): void {
  useEffect(() => {
    const element = form.current;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      element?.requestSubmit();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [form]);
}
