import { decisionText } from '@app/catalogue';
import type { FeeSummary } from '@app/documents';
import type { AssessedFee } from '@app/fees';
import type { PaperFacts } from './facts.js';
import type { Moment } from './moment.js';

/** What is levied, line by line as assessed, and whether it was paid at that moment. */
export function feesAt({ dossier }: PaperFacts, { feePaid }: Moment): FeeSummary {
  const { lines, total, atReceipt, exemption } = dossier.fee as AssessedFee;
  return {
    lines: lines.map((line) => ({
      name: line.quantity === 1 ? line.name.vi : `${line.name.vi} × ${line.quantity}`,
      amount: line.due,
      ...(line.exempt && exemption ? { note: `miễn: ${exemption.name.vi}` } : line.local ? { note: `theo ${decisionText(line.local).vi}` } : {}),
    })),
    status: total === 0 ? 'none' : feePaid ? 'paid' : atReceipt > 0 ? 'due' : 'due-at-return',
  };
}
