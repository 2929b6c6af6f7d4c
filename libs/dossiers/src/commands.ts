import { DomainError, digestOf } from '@app/kernel';
import type { Transaction } from '@app/database';
import type { Principal } from '@app/access';
import { principalKey, type ActAnswer } from './act-command.js';

/**
 * Looks a command up. A repeat by the same principal with the same body gets the first answer; anything else under
 * that id is refused with `command.reused`.
 */
export async function findAnswer(tx: Transaction, commandId: string, body: unknown, principal: Principal): Promise<ActAnswer | undefined> {
  const known = await tx.maybeOne<{ principal: string; body_hash: string; answer: ActAnswer }>(
    'select principal, body_hash, answer from command where id = $1', [commandId]);
  if (known === undefined) return undefined;
  if (known.principal !== principalKey(principal) || known.body_hash !== digestOf(body)) throw new DomainError('command.reused');
  return known.answer;
}

/**
 * Remembers a command with its answer. Another principal's command under the same id is invisible to row security
 * and shows as a unique violation, which {@link asReusedCommand} turns into the same refusal.
 */
export async function rememberCommand(
  tx: Transaction,
  command: { id: string; body: unknown },
  principal: Principal,
  answer: ActAnswer,
  at: string,
): Promise<void> {
  await tx.execute(
    'insert into command (id, principal, body_hash, dossier_id, answer, at) values ($1, $2, $3, $4, $5, $6)',
    [command.id, principalKey(principal), digestOf(command.body), answer.dossierId, JSON.stringify(answer), at]);
}

/** Runs a transaction and tells a command id taken by somebody else as `command.reused`. */
export async function asReusedCommand<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const driver = (error as { driverError?: { code?: string; constraint?: string } }).driverError ?? (error as { code?: string; constraint?: string });
    if (driver.code === '23505' && driver.constraint === 'command_pkey') throw new DomainError('command.reused');
    throw error;
  }
}
