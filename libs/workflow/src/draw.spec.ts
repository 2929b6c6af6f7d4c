import { describe, expect, test } from '@jest/globals';
import { compile } from './compile.js';
import { NAMED_GUARDS } from './draw-guards.js';
import { draw } from './draw.js';
import { BIRTH, LAND } from './sample-processes.js';

describe('Drawing a process', () => {
  const lines = draw(BIRTH).split('\n');

  test('shows every state with its status, holder and role', () => {
    const machine = compile(BIRTH);
    const drawn = lines.filter((line) => /^ {2}\w+ : /u.test(line)).map((line) => line.trim().split(' : ')[0]);
    expect(drawn).toEqual([...machine.states.keys()].map((path) => path.replaceAll('.', '_')));
    expect(lines.filter((line) => line.includes('processing_examine_') && !line.includes('-->'))).toEqual([
      '  state "Thẩm tra" as processing_examine_working',
      '  processing_examine_working : 4 · commune/justice · Công chức thụ lý',
      '  state "Thẩm tra – chờ bổ sung" as processing_examine_awaitingSupplement',
      '  processing_examine_awaitingSupplement : 5 · commune/justice · Công chức thụ lý',
      '  state "Thẩm tra – chờ lãnh đạo đồng ý yêu cầu bổ sung thêm" as processing_examine_supplementProposed',
      '  processing_examine_supplementProposed : 4 · commune/committee · Lãnh đạo',
      '  state "Thẩm tra – đang chuyển đến cơ quan có thẩm quyền" as processing_examine_rerouting',
      '  processing_examine_rerouting : 4 · commune/justice · Công chức thụ lý',
    ]);
  });

  test('shows every arrow with its act, and in which case', () => {
    expect(lines.filter((line) => /^ {2}(?:\[\*\]|opened|filed|processing_approve_working|finished|returned) -->/u.test(line))).toEqual([
      '  [*] --> opened',
      '  opened --> filed : Nộp hồ sơ',
      '  opened --> processing_transfer_ready : Tiếp nhận hồ sơ',
      '  opened --> notReceived : Từ chối tiếp nhận',
      '  opened --> awaitingCompletion : Yêu cầu bổ sung [chưa yêu cầu lần nào]',
      '  filed --> processing_transfer_ready : Tiếp nhận hồ sơ',
      '  filed --> notReceived : Từ chối tiếp nhận',
      '  filed --> awaitingCompletion : Yêu cầu bổ sung [chưa yêu cầu lần nào]',
      '  processing_approve_working --> processing_approve_signing : Phê duyệt và ký số',
      '  processing_approve_working --> processing_number_working : Phê duyệt',
      '  processing_approve_working --> processing_draft_working : Trả lại để hoàn thiện',
      '  processing_approve_working --> processing_approve_signing : Từ chối giải quyết và ký số',
      '  processing_approve_working --> processing_number_working : Từ chối giải quyết',
      '  finished --> correcting_toCorrection_ready : Đính chính kết quả',
      '  finished --> returned : Trả kết quả',
      '  returned --> correcting_toCorrection_ready : Đính chính kết quả',
      '  returned --> [*]',
    ]);
  });

  test('shows once what may happen at every step', () => {
    expect(lines.filter((line) => line.startsWith('  processing -->'))).toEqual([
      '  processing --> processing : Đề nghị rút hồ sơ',
      '  processing --> stopped : Xác nhận cho rút hồ sơ',
      '  processing --> processing : Không chấp nhận rút hồ sơ',
      '  processing --> processing : Đề xuất gia hạn',
      '  processing --> processing : Ký văn bản xin lỗi và gia hạn',
      '  processing --> processing : Không đồng ý gia hạn',
      '  processing --> processing : Ký văn bản xin lỗi',
      '  processing --> processing : Chấp nhận điều đã khai',
      '  processing --> processing : Hỏi lại nguồn dữ liệu',
      '  processing --> stopped : Dừng giải quyết',
    ]);
  });

  test('gives the same text for the definition and for its machine', () => {
    expect(draw(compile(LAND))).toBe(draw(structuredClone(LAND)));
  });

  test('knows each guard it has words for by the name the charts use', () => {
    const guards = Object.keys(compile(BIRTH).chart.implementations.guards);
    expect(NAMED_GUARDS.filter((name) => !guards.includes(name))).toEqual([]);
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
