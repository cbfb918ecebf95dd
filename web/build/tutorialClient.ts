import { copyFileSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const FILES = ['socket.io.js', 'socket.io.js.map', 'socket.io.min.js', 'socket.io.min.js.map'];

/** Packs the Socket.IO client where tutorial pages load it from: `/socket.io/socket.io.js`. */
export function tutorialClient(): Plugin {
  let outDir = '';
  return {
    name: 'homeroom:tutorial-client',
    apply: 'build',
    configResolved: config => {
      outDir = resolve(config.root, config.build.outDir, 'socket.io');
    },
    writeBundle: () => {
      mkdirSync(outDir, { recursive: true });
      for (const file of FILES) {
        copyFileSync(resolve('node_modules/socket.io-client/dist', file), resolve(outDir, file));
      }
    },
  };
}
