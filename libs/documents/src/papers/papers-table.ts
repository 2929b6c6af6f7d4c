import { two } from '../format.js';
import type { Sheet } from '../sheet.js';
import { drawTable } from '../table.js';
import { italic, plain } from '../text.js';

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

/**
 * The papers as a numbered table.
 * @param none what the only row says when there are none
 */
export function drawPapersTable(sheet: Sheet, papers: readonly ReceivedComponent[], none: string): void {
  drawTable(
    sheet,
    [
      { title: 'STT', share: 8, align: 'center' },
      { title: 'Tên giấy tờ', share: 60 },
      { title: 'Loại', share: 20, align: 'center' },
      { title: 'Số lượng', share: 12, align: 'center' },
    ],
    papers.length === 0 ? [['', none, '', '']] : papers.map((paper, index) => [
      String(index + 1),
      paper.note ? [plain(paper.name), italic(`\n${paper.note}`)] : paper.name,
      COMPONENT_KINDS[paper.kind],
      two(paper.quantity),
    ]),
    { after: 5, size: Math.min(sheet.size - 1, 12) },
  );
}
