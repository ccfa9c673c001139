import useMediaQuery from '@mui/material/useMediaQuery';

/** True on a phone: lists become cards, the navigation slides over the work. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 719px)', { noSsr: true });
}
