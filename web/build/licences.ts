import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;
const LICENCE = /^licen[cs]e/i;

/** Ships the licence of every package whose code or fonts are in the bundle, as `licences.txt`. */
export function licences(): Plugin {
  const folders = new Set<string>();
  return {
    name: 'homeroom:licences',
    apply: 'build',
    transform: {
      order: 'post',
      handler(_code, id) {
        const folder = PACKAGE.exec(id.replace(/^\0/, ''))?.[0];
        if (folder !== undefined && existsSync(join(folder, 'package.json'))) folders.add(folder);
        return null;
      },
    },
    generateBundle() {
      const source = [...folders].toSorted().map(licenceOf).join('\n\n');
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
    },
  };
}

function licenceOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(folder).find(entry => LICENCE.test(entry));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return `${name} ${version}\n${'-'.repeat(60)}\n${text}`;
}
