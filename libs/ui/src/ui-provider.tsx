import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import GlobalStyles from '@mui/material/GlobalStyles';
import { ThemeProvider } from '@mui/material/styles';
import { useMemo, type ReactNode } from 'react';
import { theme } from './theme.ts';
import { ToastProvider } from './toast.tsx';
import { tokenVariables } from './tokens.ts';

const tokenStyles = {
  ':root, [data-theme="light"]': tokenVariables('light'),
  '[data-theme="dark"]': tokenVariables('dark'),
};

/** The style nonce that the gateway put into `<meta name="csp-nonce">`; absent in development and tests. */
function nonceOfPage(): string | undefined {
  const meta = globalThis.document?.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  return meta?.nonce || meta?.content || undefined;
}

/** Theme, tokens and toasts. Every portal and every component test stands inside it. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  const cache = useMemo(() => createCache({ key: 'sd', nonce: nonceOfPage(), prepend: true }), []);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system">
        <GlobalStyles styles={tokenStyles} />
        <ToastProvider>{children}</ToastProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}
