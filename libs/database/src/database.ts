import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { principalValues, SET_PRINCIPAL, type DatabasePrincipal } from './principal.js';
import { Transaction } from './transaction.js';

/** How a transaction runs. */
export interface TransactionOptions {
  /**
   * Whether to run the work again, at most three times in all, when it lost against another transaction (deadlock,
   * serialisation failure). Only for work that does nothing outside the transaction.
   */
  readonly retry?: boolean;
}

const ATTEMPTS = 3;

/** The database as the application uses it: every read and write runs in a transaction that knows its principal. */
@Injectable()
export class Database {
  constructor(readonly dataSource: DataSource) {}

  /**
   * Runs work in one transaction on behalf of a principal: committed when the work is done, undone when it throws.
   *
   * @returns what the work returns, after the commit
   * @throws what the work throws; a failed statement as TypeORM's QueryFailedError
   */
  async transaction<T>(principal: DatabasePrincipal, work: (tx: Transaction) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    const attempts = options.retry ? ATTEMPTS : 1;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.runOnce(principal, work);
      } catch (error) {
        if (attempt >= attempts || !lostARace(error)) throw error;
        await pause(Math.random() * 20 * attempt);
      }
    }
  }

  private async runOnce<T>(principal: DatabasePrincipal, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const tx = new Transaction(runner);
    try {
      await runner.connect();
      // Neither is waited for: both travel ahead of the work's first statement, on the same connection.
      const [begun, principalSet, done] = await Promise.allSettled([begin(runner), runner.query(SET_PRINCIPAL, principalValues(principal)), startWork(work, tx)]);
      tx.close();
      for (const each of [begun, done, principalSet]) if (each.status === 'rejected') throw each.reason;
      await refuseAborted(runner, tx);
      await runner.commitTransaction();
      return (done as PromiseFulfilledResult<T>).value;
    } catch (error) {
      tx.close();
      // A connection that broke cannot be rolled back; the server has done so, and the first error is the one to tell.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/**
 * Begins a transaction without waiting for the server's answer, as TypeORM's own `startTransaction()` would; the runner
 * is told that it is in one, so that a nested one becomes a savepoint.
 */
async function begin(runner: QueryRunner): Promise<void> {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  await runner.query('START TRANSACTION');
}

/**
 * Work that caught the error of a statement and went on has an aborted transaction, whose COMMIT PostgreSQL answers
 * with a quiet rollback. (With a savepoint it may have recovered: then this statement passes.)
 */
async function refuseAborted(runner: QueryRunner, { failure }: Transaction): Promise<void> {
  if (failure === undefined) return;
  await runner.query('SELECT').catch(() => {
    throw failure;
  });
}

/** Turns a synchronous throw into a rejection, so the transaction is undone in one place. */
async function startWork<T>(work: (tx: Transaction) => Promise<T>, tx: Transaction): Promise<T> {
  return work(tx);
}

/** PostgreSQL's codes of a deadlock and of a serialisation failure. */
function lostARace(error: unknown): boolean {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return ['40P01', '40001'].includes(driverError?.code ?? code ?? '');
}
