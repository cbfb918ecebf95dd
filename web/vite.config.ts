import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { compressed } from './build/compressed.ts';
import { licences } from './build/licences.ts';
import { tutorialClient } from './build/tutorialClient.ts';

const server = process.env['HOMEROOM_SERVER'] ?? 'http://localhost:8080';

/** Everything is built into the folder from which Maven makes the jar, laid out as servlet containers look for it. */
export default defineConfig({
  plugins: [react(), tutorialClient(), licences(), compressed()],
  build: {
    outDir: 'target/classes/META-INF/resources',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: {
    // The server only takes changes from its own pages, so it is told the host that the browser asked for.
    proxy: {
      '/api': { target: server, changeOrigin: false },
      '/socket.io': { target: server, changeOrigin: false, ws: true },
    },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/testing/setup.ts'],
    restoreMocks: true,
    testTimeout: 30_000,
    // A zone whose clocks change, so that days are not mistaken for 24 hours.
    env: { TZ: 'Europe/Berlin' },
  },
});
