import { DomainError } from '@app/kernel';
import type { EntityManager, QueryRunner } from 'typeorm';

/** Values for the `$1`, `$2` … of a statement. */
export type StatementParams = readonly unknown[];

/**
 * One open transaction. Statements issued together (`Promise.all`) travel to the server in one go and run in the order
 * they were called; with one failing, the whole transaction is undone.
 */
export class Transaction {
  private open = true;
  private firstFailure: unknown;

  constructor(private readonly runner: QueryRunner) {}

  /** TypeORM's manager of this transaction. A repository from elsewhere would stay outside it. */
  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** All rows a statement answers. */
  async rows<T>(sql: string, params: StatementParams = []): Promise<T[]> {
    return (await this.send<T>(sql, params)).records;
  }

  /**
   * The first row.
   *
   * @throws DomainError `not-found` when there is none: a row the principal may not see is the same as a missing one
   */
  async one<T>(sql: string, params: StatementParams = []): Promise<T> {
    const row = await this.maybeOne<T>(sql, params);
    if (row === undefined) throw new DomainError('not-found');
    return row;
  }

  /** The first row, or nothing. */
  async maybeOne<T>(sql: string, params: StatementParams = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }

  /** Runs a statement for its effect; answers how many rows it changed. */
  async execute(sql: string, params: StatementParams = []): Promise<number> {
    return (await this.send(sql, params)).affected;
  }

  /** The error of the first statement that failed, also when the work went on regardless. */
  get failure(): unknown {
    return this.firstFailure;
  }

  /** After this no statement is sent any more: the connection may already serve another principal. */
  close(): void {
    this.open = false;
  }

  private async send<T>(sql: string, params: StatementParams): Promise<{ records: T[]; affected: number }> {
    if (!this.open) throw new Error('a statement was sent after its transaction had ended; something in it is not awaited');
    try {
      const { records, affected } = await this.runner.query(sql, [...params], true);
      return { records: (records ?? []) as T[], affected: affected ?? 0 };
    } catch (error) {
      this.firstFailure ??= error;
      throw error;
    }
  }
}
