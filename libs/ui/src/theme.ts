import { createTheme } from '@mui/material/styles';
import { tokens, type Scheme } from './tokens.ts';

const FONT = "'Inter Variable', Inter, system-ui, sans-serif";

function palette(scheme: Scheme) {
  const t = tokens[scheme];
  const tone = (name: keyof typeof t.tones) => ({ main: t.tones[name].fg, contrastText: t.tones[name].bg });
  return {
    palette: {
      primary: { main: t.primary, dark: t.primaryHover, contrastText: t.onPrimary },
      secondary: { main: t.text2 },
      error: tone('danger'),
      warning: tone('warning'),
      info: tone('info'),
      success: tone('success'),
      background: { default: t.bg, paper: t.surface },
      text: { primary: t.text, secondary: t.text2, disabled: t.text3 },
      divider: t.border,
      action: { hover: t.hover, selected: t.selected },
    },
  };
}

/** MUI in our clothes: no elevation, no ripple, no capitals, sizes of a dense desktop tool. */
export const theme = createTheme({
  cssVariables: { cssVarPrefix: 'mui', colorSchemeSelector: 'data-theme' },
  colorSchemes: { light: palette('light'), dark: palette('dark') },
  shape: { borderRadius: 6 },
  spacing: 4,
  typography: {
    fontFamily: FONT,
    fontSize: 13,
    htmlFontSize: 16,
    button: { textTransform: 'none', fontWeight: 550, letterSpacing: 0 },
    body1: { fontSize: 13, lineHeight: '20px', letterSpacing: 0 },
    body2: { fontSize: 12, lineHeight: '16px', letterSpacing: 0 },
    h1: { fontSize: 18, lineHeight: '26px', fontWeight: 650, letterSpacing: '-0.01em' },
    h2: { fontSize: 15, lineHeight: '22px', fontWeight: 650 },
    h3: { fontSize: 13, lineHeight: '20px', fontWeight: 600 },
  },
  transitions: {
    duration: { enteringScreen: 160, leavingScreen: 120, shortest: 80, shorter: 100, short: 120 },
  },
  components: {
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        root: { '&.Mui-focusVisible': { outline: '2px solid var(--primary)', outlineOffset: 2 } },
      },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, variant: 'outlined', color: 'inherit' },
      styleOverrides: {
        root: {
          minWidth: 0,
          height: 32,
          padding: '0 12px',
          borderRadius: 6,
          fontSize: 13,
          lineHeight: '20px',
          whiteSpace: 'nowrap',
          '@media (pointer: coarse)': { height: 40 },
        },
        sizeSmall: { height: 28, padding: '0 10px' },
        outlined: {
          background: 'var(--surface)',
          borderColor: 'var(--border)',
          '&:hover': { background: 'var(--hover)', borderColor: 'var(--control)' },
        },
        contained: { '&.Mui-disabled': { background: 'var(--sunken)', color: 'var(--text2)' } },
        startIcon: { marginRight: 6, marginLeft: -2 },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: {
          borderRadius: 6,
          padding: 6,
          color: 'var(--text2)',
          '@media (pointer: coarse)': { padding: 10 },
        },
      },
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' } },
    },
    MuiBackdrop: {
      styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { background: '#10182b66' } } },
    },
    MuiDialog: {
      styleOverrides: {
        paper: {
          borderRadius: 10,
          border: '1px solid var(--border)',
          boxShadow: 'var(--shadow)',
          margin: 16,
        },
      },
    },
    MuiDialogTitle: {
      styleOverrides: {
        root: { fontSize: 15, fontWeight: 650, lineHeight: '22px', padding: '16px 20px 8px' },
      },
    },
    MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px' } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '12px 20px 16px', gap: 8 } } },
    MuiPopover: {
      styleOverrides: {
        paper: { borderRadius: 10, border: '1px solid var(--border)', boxShadow: 'var(--shadow)' },
      },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: { fontSize: 13, minHeight: 32, borderRadius: 6, margin: '0 4px', padding: '4px 8px' },
      },
    },
    MuiTooltip: {
      defaultProps: { enterDelay: 500, arrow: false },
      styleOverrides: {
        tooltip: {
          fontSize: 12,
          lineHeight: '16px',
          background: 'var(--toast)',
          color: 'var(--on-toast)',
          borderRadius: 6,
        },
      },
    },
    MuiCheckbox: { styleOverrides: { root: { padding: 4, color: 'var(--control)' } } },
    MuiRadio: { styleOverrides: { root: { padding: 4, color: 'var(--control)' } } },
    MuiLink: { styleOverrides: { root: { color: 'var(--link)', fontWeight: 550 } } },
    MuiAutocomplete: {
      styleOverrides: {
        paper: { border: '1px solid var(--border)', boxShadow: 'var(--shadow)', borderRadius: 10 },
        option: { fontSize: 13, minHeight: 32 },
      },
    },
  },
});
