// Starts the program on a fresh data folder and a free port, for the checks in a browser.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where Chromium is. */
export const chromium = process.env.COMITY_CHROMIUM ?? '/usr/bin/chromium';

/** Options under which Chromium runs anywhere, as root too, and asks nobody else for anything. */
export const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--force-color-profile=srgb', '--hide-scrollbars',
];

const binary = process.env.COMITY_BINARY ?? join(root, 'target/debug/comity');

/** What the program prints when it is called with these words. */
export const run = (...words) => execFileSync(binary, words, { encoding: 'utf8' });

/**
 * The address of a server on a fresh folder, called with these words besides; the folder, what it said so far, what of
 * that is errors, and how to stop it.
 */
export const start = (...words) => startOn(() => {}, ...words);

/** The same on a folder of which something was made first. */
export async function startOn(make, ...words) {
  const folder = mkdtempSync(join(tmpdir(), 'comity-'));
  const data = join(folder, 'data');
  make(data);
  const server = spawn(binary, ['serve', '--data', data, '--listen', '127.0.0.1:0', ...words]);
  let said = '';
  let log = '';
  const address = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the server gave no address within 90 seconds\n${log}`)), 90_000);
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`the server stopped with exit code ${code}\n${log}`)));
    server.stderr.on('data', (bytes) => { log += bytes; });
    server.stdout.on('data', (bytes) => {
      said += bytes;
      const found = said.match(/http:\/\/[\d.]+:\d+/);
      if (found) {
        clearTimeout(late);
        resolve(found[0]);
      }
    });
  });
  const stop = async () => {
    server.removeAllListeners('exit');
    const gone = new Promise((resolve) => server.on('exit', resolve));
    server.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  const errors = () => {
    const lines = log.split('\n').map((line) => line.match(/ (?:ERROR|WARN) .*/)?.[0].trim());
    return [...new Set(lines.filter(Boolean))];
  };
  return { address, data, said: () => log, errors, stop };
}
