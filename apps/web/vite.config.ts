import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const desk = process.env['DESK_ADDRESS'] ?? 'http://127.0.0.1:3000';

/**
 * The browser part. `vite build --config apps/web/vite.config.ts` writes dist/web, which the desk serves.
 * While developing, the API and the public pages come from a running desk (DESK_ADDRESS).
 */
export default defineConfig({
  root: here,
  plugins: [react()],
  // The server puts a fresh nonce in its place with each answer: its content policy allows no other styles and scripts.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // A strict content policy allows no inline code: nothing may be folded into the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 5173, proxy: { '/api': desk, '/tra-cuu': desk, '/verify': desk } },
});
