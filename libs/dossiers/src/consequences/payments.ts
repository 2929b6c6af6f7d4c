import { DomainError, formatDong, newId, type Localized } from '@app/kernel';
import type { ConsequenceParams } from '@app/workflow';
import type { ActScope } from '../act-scope.js';
import { officerOf } from '../officer-of.js';
import { endOf } from '../time-amount.js';
import { cancelDeadline } from './deadlines.js';

/** A financial duty the state asks before it decides; its time is not counted (status 6). */
export async function openPayment(scope: ActScope, { within }: ConsequenceParams['openPayment']): Promise<void> {
  const step = scope.procedure.process.steps.find(({ id }) => id === scope.dossier.step_id);
  const duty = step !== undefined && 'duty' in step ? step.duty : undefined;
  if (duty === undefined) throw new Error(`step ${scope.dossier.step_id} knows no financial duty`);
  const payBy = endOf(await scope.calendar(), scope.now, within);
  await scope.tx.execute(
    `insert into payment (id, dossier_id, seq, name, basis, amount, notice_number, note, asked_by, asked_at, pay_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [newId(), scope.dossier.id, scope.seq, JSON.stringify(duty.name), duty.basis, scope.data.amount, scope.data.noticeNumber ?? null, scope.data.note ?? null,
      officerOf(scope), scope.now.toString(), payBy.toString()]);
}

/**
 * It goes on with the proof of the payment, not with a click: the receipt's number, its date and an amount that covers the duty.
 * @throws DomainError payment.too-little
 */
export async function closePayment(scope: ActScope): Promise<void> {
  const open = await scope.tx.one<{ id: string; amount: string }>(`select id, amount from payment where dossier_id = $1 and state = 'due'`, [scope.dossier.id]);
  const paid = scope.data.amount ?? 0;
  if (paid < Number(open.amount)) throw new DomainError('payment.too-little', { params: { paid: inDong(paid), due: inDong(Number(open.amount)) } });
  await Promise.all([
    scope.tx.execute(
      `update payment set state = 'paid', paid_amount = $2, paid_on = $3, receipt_number = $4, confirmed_by = $5, confirmed_at = $6 where id = $1`,
      [open.id, paid, scope.data.paidOn, scope.data.receiptNumber, scope.principal.kind === 'officer' ? scope.principal.officerId : null, scope.now.toString()]),
    cancelDeadline(scope, { event: 'paymentExpired' }),
  ]);
}

const inDong = (amount: number): Localized => ({ vi: formatDong(amount, 'vi'), en: formatDong(amount, 'en') });
