import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { unpackChromium, type Chromium } from './chromium.js';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** Browsers of the machine, for where the packages bring none. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/**
 * Starts the browser that the npm packages bring, else one installed on this machine.
 * @throws Error in one sentence that names what to install
 */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const { executablePath, env } of [unpackChromium(), ...installed()].filter((one) => one !== undefined)) {
    try {
      return await launch({ executablePath, env });
    } catch (error) {
      failures.push(`${executablePath}: ${String(error).split('\n', 1)[0]}`);
    }
  }
  throw new Error(`No browser starts here: on Debian or Ubuntu install the package "chromium" (apt-get install chromium). ${failures.join('; ')}`);
}

/**
 * Starts a browser whose camera plays a film. The one of the packages is built without cameras: this needs an installed one.
 * @returns nothing where none is installed
 */
export async function launchBrowserWithCamera(film: string): Promise<Browser | undefined> {
  const [browser] = installed();
  return browser && launch(browser, ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`]);
}

const installed = (): Chromium[] => INSTALLED.filter((file) => existsSync(file)).map((executablePath) => ({ executablePath, env: {} }));

const launch = ({ executablePath, env }: Chromium, more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath, args: [...ARGS, ...more], env: { ...process.env, ...env }, timeout: 30_000 });
