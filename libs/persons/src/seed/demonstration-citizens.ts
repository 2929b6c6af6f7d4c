import type { Localized } from '@app/kernel';
import { readDemonstrationPeople } from './data.js';

/** A citizen of the demonstration worth playing: who, where, and the story they are made for. */
export interface DemonstrationCitizen {
  readonly personalId: string;
  readonly name: string;
  readonly communeCode: string;
  readonly story: Localized;
}

const STORIES: ReadonlyArray<readonly [key: string, story: Localized]> = [
  ['bh-duyen', { vi: 'Mẹ của cháu mới sinh chưa đăng ký khai sinh; giấy chứng sinh điện tử đã có', en: 'Mother of a new-born not yet registered; the electronic proof of birth is on file' }],
  ['bh-nam', { vi: 'Cha của cháu mới sinh chưa đăng ký khai sinh', en: 'Father of a new-born not yet registered' }],
  ['bh-ha', { vi: 'Độc thân, cần giấy xác nhận tình trạng hôn nhân', en: 'Single, needs a marital-status certificate' }],
  ['bh-tung', { vi: 'Đã ly hôn, cần giấy xác nhận tình trạng hôn nhân', en: 'Divorced, needs a marital-status certificate' }],
  ['bh-sau', { vi: 'Góa chồng, có giấy chứng nhận quyền sử dụng đất ở đô thị', en: 'Widowed, holds a certificate of urban land' }],
  ['dq-hoa', { vi: 'Bị mất giấy chứng nhận quyền sử dụng đất trồng cây', en: 'Has lost the certificate of an orchard' }],
  ['tb-thang', { vi: 'Có giấy chứng nhận quyền sử dụng đất ở', en: 'Holds a certificate of residential land' }],
  ['bb-luc', { vi: 'Có giấy chứng nhận quyền sử dụng đất trồng cây', en: 'Holds a certificate of an orchard' }],
  ['bb-cam-nhung', { vi: 'Mẹ đơn thân của cháu mới sinh chưa đăng ký khai sinh', en: 'Single mother of a new-born not yet registered' }],
  ['bh-hai', { vi: 'Giám đốc công ty, nộp hồ sơ thay cho công ty', en: 'Director of a company, files for it' }],
];

/** The demonstration's citizens with a story, in the order in which to try them. */
export function demonstrationCitizens(): DemonstrationCitizen[] {
  const people = new Map(readDemonstrationPeople().people.map((person) => [person.key, person]));
  return STORIES.map(([key, story]) => {
    const person = people.get(key);
    if (!person) throw new Error(`no demonstration person "${key}"`);
    return { personalId: person.personalId, name: person.name, communeCode: person.address.communeCode ?? '', story };
  });
}
