import { useToast } from '@spark-den/ui';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';

const OUTCOMES: Readonly<Record<string, readonly [text: string, tone: 'success' | 'warning']>> = {
  done: ['The card payment is made; its receipt follows within seconds', 'success'],
  cancelled: ['No card payment was made', 'warning'],
};

/** Says how the processor's page ended, and takes that out of the address, so that it is said once. */
export function useCardReturn(): void {
  const [params, setParams] = useSearchParams();
  const toast = useToast();
  const outcome = params.get('card');
  useEffect(() => {
    if (outcome === null) return;
    const said = OUTCOMES[outcome];
    if (said) toast.show(said[0], { tone: said[1] });
    setParams(
      current => {
        current.delete('card');
        return current;
      },
      { replace: true },
    );
  }, [outcome, setParams, toast]);
}
