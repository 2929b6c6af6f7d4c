import { describe, expect, test } from '@jest/globals';
import { compile } from './compile.js';
import { draw } from './draw.js';
import { BIRTH, LAND } from './sample-processes.js';

describe('Drawing a process', () => {
  test('shows every state with status, holder and role, and every arrow with its act', () => {
    expect(draw(BIRTH)).toBe(`stateDiagram-v2
  state "Hồ sơ mới lập" as opened
  opened : 1 · commune/centre · Cán bộ một cửa
  state "Chờ tiếp nhận" as filed
  filed : 1 · commune/centre · Cán bộ một cửa
  state "Chờ hoàn thiện trước khi tiếp nhận" as awaitingCompletion
  awaitingCompletion : 5 · commune/centre · Cán bộ một cửa
  state "Không được tiếp nhận" as notReceived
  notReceived : 3 · commune/centre · Cán bộ một cửa
  state "Chuyển hồ sơ" as processing_transfer_ready
  processing_transfer_ready : 2 · commune/centre · Cán bộ một cửa
  state "Chuyển hồ sơ – chờ bên nhận xác nhận" as processing_transfer_sent
  processing_transfer_sent : 2 · commune/centre · Cán bộ một cửa
  state "Thẩm tra" as processing_examine_working
  processing_examine_working : 4 · commune/justice · Công chức thụ lý
  state "Thẩm tra – chờ bổ sung" as processing_examine_awaitingSupplement
  processing_examine_awaitingSupplement : 5 · commune/justice · Công chức thụ lý
  state "Dự thảo kết quả" as processing_draft_working
  processing_draft_working : 4 · commune/justice · Công chức thụ lý
  state "Dự thảo kết quả – chờ bổ sung" as processing_draft_awaitingSupplement
  processing_draft_awaitingSupplement : 5 · commune/justice · Công chức thụ lý
  state "Phê duyệt" as processing_approve_working
  processing_approve_working : 4 · commune/committee · Lãnh đạo
  state "Cấp số, đóng dấu" as processing_number_working
  processing_number_working : 4 · commune/records · Văn thư
  state "Chuyển kết quả" as processing_handBack_ready
  processing_handBack_ready : 4 · commune/records · Văn thư
  state "Chuyển kết quả – chờ bên nhận xác nhận" as processing_handBack_sent
  processing_handBack_sent : 4 · commune/records · Văn thư
  state "Đã về nơi tiếp nhận, chờ xác nhận kết quả" as handedBack
  handedBack : 4 · commune/centre · Cán bộ một cửa
  state "Chờ trả kết quả" as finished
  finished : 9 · commune/centre · Cán bộ một cửa
  state "Đã trả kết quả" as returned
  returned : 10 · commune/centre · Cán bộ một cửa
  [*] --> opened
  opened --> filed : Nộp hồ sơ
  opened --> processing_transfer_ready : Tiếp nhận hồ sơ
  opened --> notReceived : Từ chối tiếp nhận
  opened --> awaitingCompletion : Yêu cầu bổ sung [chưa yêu cầu lần nào]
  filed --> processing_transfer_ready : Tiếp nhận hồ sơ
  filed --> notReceived : Từ chối tiếp nhận
  filed --> awaitingCompletion : Yêu cầu bổ sung [chưa yêu cầu lần nào]
  awaitingCompletion --> filed : Nộp bổ sung
  processing_transfer_ready --> processing_transfer_sent : Chuyển hồ sơ
  processing_transfer_sent --> processing_examine_working : Xác nhận đã nhận
  processing_transfer_sent --> processing_transfer_ready : Trả lại
  processing_transfer_sent --> processing_transfer_ready : Thu hồi
  processing_examine_working --> processing_draft_working : Thẩm tra
  processing_examine_working --> processing_examine_awaitingSupplement : Yêu cầu bổ sung [chưa yêu cầu lần nào]
  processing_examine_awaitingSupplement --> processing_examine_working : Nộp bổ sung
  processing_draft_working --> processing_approve_working : Trình phê duyệt
  processing_draft_working --> processing_draft_awaitingSupplement : Yêu cầu bổ sung [chưa yêu cầu lần nào]
  processing_draft_awaitingSupplement --> processing_draft_working : Nộp bổ sung
  processing_approve_working --> processing_number_working : Phê duyệt
  processing_approve_working --> processing_draft_working : Trả lại để hoàn thiện
  processing_approve_working --> processing_number_working : Từ chối giải quyết
  processing_number_working --> processing_handBack_ready : Cấp số
  processing_handBack_ready --> processing_handBack_sent : Chuyển hồ sơ
  processing_handBack_sent --> handedBack : Xác nhận đã nhận
  processing_handBack_sent --> processing_handBack_ready : Trả lại
  processing_handBack_sent --> processing_handBack_ready : Thu hồi
  handedBack --> finished : Xác nhận đã có kết quả
  finished --> returned : Trả kết quả
  notReceived --> [*]
  returned --> [*]
`);
  });

  test('gives the same text for the definition and for its machine', () => {
    expect(draw(compile(LAND))).toBe(draw(structuredClone(LAND)));
  });

  test('shows how a public notice passes', () => {
    expect(draw(LAND).split('\n').filter((line) => line.includes('-->') && line.includes('_posting_'))).toEqual([
      '  processing_toPosting_sent --> processing_posting_ready : Xác nhận đã nhận',
      '  processing_posting_ready --> processing_posting_posting : Niêm yết công khai',
      '  processing_posting_posting --> processing_posting_ended : Hết thời gian niêm yết',
      '  processing_posting_ended --> processing_fromPosting_ready : Kết thúc niêm yết',
    ]);
  });

  test('keeps out of a name what Mermaid would read as its own', () => {
    const steps = BIRTH.steps.map((step) => (step.id === 'examine' ? { ...step, name: { vi: 'Xem "kỹ"; bước #2', en: 'Look' } } : step));
    expect(draw({ ...BIRTH, steps }).split('\n')).toContain('  state "Xem  kỹ   bước  2" as processing_examine_working');
  });
});
