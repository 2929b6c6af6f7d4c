import { Inject, Injectable } from '@nestjs/common';
import { Database, SYSTEM } from '@app/database';
import { localDate, type Clock } from '@app/kernel';
import { PersonsService } from '@app/persons';
import { CLOCK } from '../clock-token.js';
import { measuredCommune } from './measured-commune.js';

/** Facts compared in one transaction. */
const BATCH = 2000;

/** Looks for doubts about data on file, and measures how good they are: what no dossier brings about. */
@Injectable()
export class QualityWatch {
  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Compares whoever something new was said of with others. Answers how many doubts are new. @param again also goes back so many hours */
  async sweep(again = 0): Promise<number> {
    let raised = 0;
    for (let goBack = again; ; goBack = 0) {
      const batch = await this.database.transaction(SYSTEM, (tx) => this.persons.sweepDoubts(tx, BATCH, goBack));
      raised += batch.raised;
      if (batch.seen < BATCH) return raised;
    }
  }

  /** Measures every commune that has people on file, and keeps it as today's measurement. Answers how many communes that were. */
  async measure(): Promise<number> {
    const codes = await this.database.transaction(SYSTEM, (tx) => tx.rows<{ code: string }>(
      `select distinct substring(coalesce(successor_id, id) from '^c([0-9]{5})$') as code from unit
        where kind = 'commune' and exists (select from person where permanent_address ->> 'communeCode' = substring(unit.id from 2) and merged_into is null) order by 1`));
    for (const { code } of codes) await this.measureCommune(code);
    return codes.length;
  }

  private async measureCommune(code: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(SYSTEM, async (tx) => {
      const quality = await this.persons.measureQuality(tx, await measuredCommune(tx, code), localDate(now));
      await this.persons.keepMeasurement(tx, code, localDate(now), now.toString(), quality);
    });
  }
}
