import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { compareStates, loadCatalogue, RELEASED_STATES, releasedText, type ReleasedStates } from '@app/catalogue';
import { dataPath } from '@app/kernel';

/**
 * Enters the states of new versions into the list of released states. What was released stays: where a released state is gone or
 * means something else it refuses, naming each. With `--check` it only compares.
 */
export function releaseStates(args: readonly string[]): Promise<boolean> {
  const file = dataPath(RELEASED_STATES);
  const released = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ReleasedStates) : {};
  const { broken, unlisted, complete } = compareStates(released, loadCatalogue().procedures);
  const isCheck = args.includes('--check');
  for (const sentence of [...broken, ...(isCheck ? unlisted : [])]) process.stderr.write(`${sentence}\n`);
  if (isCheck || broken.length > 0) return Promise.resolve(broken.length === 0 && unlisted.length === 0);
  writeFileSync(file, releasedText(complete));
  process.stdout.write(`${unlisted.length === 0 ? 'Every state was listed already.' : `Listed: ${unlisted.length} versions with new states.`}\n`);
  return Promise.resolve(true);
}
