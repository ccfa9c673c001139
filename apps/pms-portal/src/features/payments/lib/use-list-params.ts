import { useSearchParams } from 'react-router-dom';

/** The address of a worklist: its view, and the row in the peek panel. */
export function useListParams() {
  const [params, setParams] = useSearchParams();
  return {
    get: (name: string) => params.get(name) ?? undefined,
    set: (changes: Readonly<Record<string, string | undefined>>) =>
      setParams(current => {
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined) current.delete(name);
          else current.set(name, value);
        }
        return current;
      }),
  };
}
