/**
 * Begins with the specs that take longest. Jest learns that from earlier runs; in a fresh clone, as on a build server, it
 * knows only the sizes of the files, and one that is short to read and long to run would be waited for alone at the end.
 */
import Sequencer from '@jest/test-sequencer';

const LONGEST = ['test/system/month', 'test/system/workflow-paths', 'test/stories/worker-killed', 'test/stories/back-up-refused', 'test/stories/racing-acts'];

/** Where a spec stands among the longest; those that are not among them come after. */
const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.replaceAll('\\', '/').endsWith(`${name}.spec.ts`));
  return place === -1 ? LONGEST.length : place;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
