import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the gateway listens while `vite` serves the pages. */
const gateway = process.env.GATEWAY_URL ?? 'http://localhost:5173';

export default defineConfig({
  plugins: [react()],
  build: {
    target: ['chrome117', 'safari17', 'firefox120'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: {
    port: 17173,
    strictPort: true,
    proxy: {
      '/api': gateway,
      '/session': gateway,
      '/ws': { target: gateway, ws: true },
    },
  },
});
