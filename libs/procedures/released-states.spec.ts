import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compareStates, loadCatalogue, RELEASED_STATES, type ReleasedStates } from '@app/catalogue';
import { dataPath } from '@app/kernel';

const released = (): ReleasedStates => JSON.parse(readFileSync(dataPath(RELEASED_STATES), 'utf8')) as ReleasedStates;

describe('the released states', () => {
  const { procedures } = loadCatalogue();

  it('are all still there and mean what they meant; a changed state demands a new version', () => {
    expect(compareStates(released(), procedures).broken).toEqual([]);
  });

  it('are listed for every version (else: npm run -s admin -- release-states, and commit the file)', () => {
    expect(compareStates(released(), procedures).unlisted).toEqual([]);
  });

  const birth = procedures.find(({ code }) => code === '1.001193')!;
  const known = released()['1.001193']!['1']!;

  it('demand a new version where a state is gone', () => {
    const { broken } = compareStates({ '1.001193': { 1: { ...known, 'processing.weigh.working': '4 Đang giải quyết' } } }, [birth]);
    expect(broken).toEqual([
      'The released state "processing.weigh.working" of version 1 of procedure 1.001193 is gone: dossiers may stand in it. '
        + 'Restore it, or raise "version" in its procedure.json, add migrations/1-to-2.json and run npm run -s admin -- release-states.',
    ]);
  });

  it('demand a new version where a state means something else', () => {
    const { broken, complete } = compareStates({ '1.001193': { 1: { ...known, filed: '2 Đã tiếp nhận' } } }, [birth]);
    expect(broken).toEqual([expect.stringMatching(/^The released state "filed" of version 1 of procedure 1\.001193 was "2 Đã tiếp nhận" and is now "1 .+": dossiers may stand in it\./)]);
    expect(complete['1.001193']?.['1']?.['filed']).toBe('2 Đã tiếp nhận');
  });

  it('take a state more, and a new version, once they are listed', () => {
    const { filed, ...others } = known;
    const { broken, unlisted, complete } = compareStates({ '1.001193': { 1: others } }, [birth]);
    expect(broken).toEqual([]);
    expect(unlisted).toEqual(['The "filed" of version 1 of procedure 1.001193 is not in libs/procedures/released-states.json: run npm run -s admin -- release-states and commit the file.']);
    expect(complete['1.001193']?.['1']?.['filed']).toBe(filed);
    expect(compareStates({}, [birth]).unlisted).toEqual(['The states of version 1 of procedure 1.001193 are not in libs/procedures/released-states.json: run npm run -s admin -- release-states and commit the file.']);
  });

  it('leave a version alone whose folder went on to a later one', () => {
    expect(compareStates({ '1.001193': { 1: { gone: '4 x' }, 2: known } }, [{ ...birth, version: 2 }])).toMatchObject({ broken: [], unlisted: [] });
  });
});
