import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';
import { supportedBrowsers } from './src/lib/supported-browsers.ts';

const server = process.env.CONCERTATION_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  // The server sends what was compressed once, here: ward networks are slow.
  plugins: [react(), compression({ algorithms: ['gzip', 'brotliCompress'], threshold: 1024 })],
  // Two copies of any of these break documents in silence: yjs and lexical compare classes.
  resolve: { dedupe: ['yjs', 'y-protocols', 'lib0', 'lexical', 'react', 'react-dom'] },
  build: {
    outDir: 'dist',
    target: 'es2023',
    cssTarget: Object.entries(supportedBrowsers).map(([browser, version]) => browser + version),
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: {
      '/api': { target: server, headers: { origin: server } },
      '/sync': { target: server, ws: true, headers: { origin: server } },
    },
  },
});
