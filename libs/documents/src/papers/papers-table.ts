import { two } from '../format.js';
import type { Sheet } from '../sheet.js';
import { drawTable, NUMBERS, numbered } from '../table.js';
import { italic, plain, type Text } from '../text.js';

/** What a paper that was handed in is. `on-file` = not handed in, taken from the state's own data. */
export type ComponentKind = 'original' | 'certified-copy' | 'copy' | 'photocopy' | 'electronic' | 'on-file';

export const COMPONENT_KINDS: Record<ComponentKind, string> = {
  original: 'Bản chính',
  'certified-copy': 'Bản sao chứng thực',
  copy: 'Bản sao',
  photocopy: 'Bản chụp',
  electronic: 'Bản điện tử',
  'on-file': 'Dữ liệu đã có',
};

/** A paper of a dossier: received, given back or enclosed. */
export interface ReceivedComponent {
  readonly name: string;
  readonly kind: ComponentKind;
  readonly quantity: number;
  readonly note?: string;
}

/** The name of a paper with what is to be said about it in italics on the next line. */
export function nameWithNote(name: string, note: string | undefined): Text {
  return note ? [plain(name), italic(`\n${note}`)] : name;
}

/**
 * The papers as a numbered table.
 * @param none what the only row says when there are none
 */
export function drawPapersTable(sheet: Sheet, papers: readonly ReceivedComponent[], none: string): void {
  drawTable(
    sheet,
    [
      NUMBERS,
      { title: 'Tên giấy tờ', share: 60 },
      { title: 'Loại', share: 20, align: 'center' },
      { title: 'Số lượng', share: 12, align: 'center' },
    ],
    papers.length === 0 ? [['', none, '', '']] : numbered(papers.map(({ name, kind, quantity, note }) => [nameWithNote(name, note), COMPONENT_KINDS[kind], two(quantity)])),
    { after: 5, size: Math.min(sheet.size - 1, 12) },
  );
}
