import { formatDateLong, type MinutesModel } from '@app/documents';
import type { PaperFacts } from './facts.js';
import { momentOf } from './moment.js';
import { NOTICE_NUMBER } from './notice.js';
import { postingAct, postingOf, subjectOf } from './posting.js';
import { builtForHandNumber, committeeOf, dateOf, headOf, officerOfAct, ownerOf, unitOfAct, verificationOf, type BuiltPaper } from './shared.js';

const BLANK = '……………………………';

/** The minutes at the end of the posting: what the officer found goes in, the witness signs by hand. */
export function buildMinutes(facts: PaperFacts, seq: number): BuiltPaper {
  return builtForHandNumber('minutes', { vi: 'Biên bản kết thúc niêm yết', en: 'Minutes of the end of posting' }, minutesModel(facts, seq));
}

export function minutesModel(facts: PaperFacts, seq: number): MinutesModel {
  const moment = momentOf(facts, seq);
  const { act } = moment;
  const posted = postingAct(moment);
  const posting = postingOf(facts, posted);
  const committee = committeeOf(facts, seq);
  const owner = ownerOf(facts);
  const officer = officerOfAct(facts, act);
  const ofLand = facts.procedure.result.paper === 'land-certificate';
  return {
    head: headOf(facts, committee, { number: '………/BB-UBND', date: dateOf(act.at) }),
    verification: verificationOf(facts),
    heldAt: act.at,
    venue: [`trụ sở ${committee.name.vi}`, committee.address].filter(Boolean).join(', '),
    participants: [
      { name: officer.name, position: [officer.position, unitOfAct(facts, act).name.vi].filter(Boolean).join(', '), signsAs: 'NGƯỜI LẬP BIÊN BẢN' },
      // A posting in words of its own need not be about land.
      { name: BLANK, position: ofLand ? 'đại diện khu dân cư nơi có thửa đất' : 'đại diện khu dân cư', signsAs: 'ĐẠI DIỆN KHU DÂN CƯ' },
      { name: owner.full_name, position: ofLand ? 'người sử dụng đất' : 'chủ hồ sơ', signsAs: ofLand ? 'NGƯỜI SỬ DỤNG ĐẤT' : 'CHỦ HỒ SƠ' },
    ],
    noticeNumber: `${NOTICE_NUMBER} ${formatDateLong(posting.from)}`,
    owner: { name: owner.full_name, address: owner.address ?? '' },
    subject: subjectOf(facts, moment),
    posting,
    objections: act.data.meets === false ? [{ from: 'Ý kiến đã nhận', content: act.data.note ?? '' }] : [],
    ...(act.data.meets === false ? { conclusion: 'Các ý kiến nêu trên được chuyển kèm hồ sơ đến cơ quan có thẩm quyền xem xét.' } : {}),
    copies: 2,
  };
}
