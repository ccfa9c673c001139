import { useEffect, useRef, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useToast } from '../toast.tsx';
import { errorText, SkeletonRows } from '../states.tsx';

export interface ArrivalProps<Context> {
  /** Asks the gateway what the sending portal kept. */
  readonly redeem: (token: string) => Promise<Context>;
  /** The page of this portal that shows it; the page reads the records anew and may refuse. */
  readonly pathFor: (context: Context) => string;
  readonly children: ReactNode;
}

/** Takes `?ctx=` off the address and goes to what it stands for. */
export function Arrival<Context>({ redeem, pathFor, children }: ArrivalProps<Context>) {
  const [search] = useSearchParams();
  const token = search.get('ctx');
  const navigate = useNavigate();
  const toast = useToast();
  const taken = useRef<string>();
  useEffect(() => {
    if (token === null || taken.current === token) return;
    taken.current = token;
    redeem(token).then(
      context => navigate(pathFor(context), { replace: true }),
      (error: unknown) => {
        toast.show(errorText(error).title, { tone: 'warning' });
        navigate('/', { replace: true });
      },
    );
  }, [token, redeem, pathFor, navigate, toast]);
  return token === null ? <>{children}</> : <SkeletonRows rows={10} />;
}
