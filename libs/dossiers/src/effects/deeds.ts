import { Inject, Injectable } from '@nestjs/common';
import { Database, SYSTEM } from '@app/database';
import type { Localized } from '@app/kernel';
import { NotificationsService, notificationText } from '@app/notifications';
import { PersonsService, SubjectsService } from '@app/persons';
import { DossierWorld } from '../dossier-world.js';
import { asOf, readPaperFacts } from '../papers/facts.js';
import { PAPER_OPTIONS, type PaperOptions } from '../papers/paper-options.js';
import { PapersService } from '../papers/papers.service.js';
import { PassOn } from '../linked/pass-on.js';
import { DecisionPapers } from '../signing/decision-papers.js';
import type { EffectDeed, EffectDeeds } from './effect-row.js';
import { intoOutbox, writeMessage } from '../elsewhere/write-message.js';
import { fileResult } from './file-result.js';

/** Carries the effects of acts out. Each may run twice and leaves its mark once, with the effect's own completion. */
@Injectable()
export class EffectDeedsService implements EffectDeeds {
  constructor(
    private readonly database: Database,
    private readonly world: DossierWorld,
    private readonly papers: PapersService,
    private readonly decisions: DecisionPapers,
    private readonly notifications: NotificationsService,
    private readonly persons: PersonsService,
    private readonly subjects: SubjectsService,
    private readonly linked: PassOn,
    @Inject(PAPER_OPTIONS) private readonly options: PaperOptions,
  ) {}

  readonly issuePaper: EffectDeed<'issuePaper'> = (effect) => this.papers.issue(effect);

  readonly signPaper: EffectDeed<'signPaper'> = (effect) => this.decisions.sign(effect);

  readonly fillNumber: EffectDeed<'fillNumber'> = (effect) => this.decisions.number(effect);

  readonly sealPaper: EffectDeed<'sealPaper'> = (effect) => this.decisions.seal(effect);

  readonly passOn: EffectDeed<'passOn'> = (effect) => this.linked.deed(effect);

  /** The owner is told what comes next, by the code that was known at the act; of an organisation whoever filed for it. */
  readonly notifyOwner: EffectDeed<'notifyOwner'> = async ({ id, dossier_id, seq, params }) => {
    const row = await this.database.transaction(SYSTEM, (tx) => tx.one<{ code: string; person_id: string; at: string; centre: Localized }>(
      `select coalesce((select d.code from clock_entry c where c.dossier_id = d.id and c.kind = 'start' and c.seq <= $2), d.filing_number) as code, coalesce(p.person_id, filer.person_id) as person_id, j.at, jsonb_build_object('vi', u.short_vi, 'en', u.short_en) as centre
         from dossier d join unit u on u.id = case when d.outcome = 'none' then d.receiving_unit else coalesce(d.collect_unit, d.receiving_unit) end join dossier_person p on p.dossier_id = d.id and p.role = 'owner'
         left join dossier_person filer on filer.dossier_id = d.id and filer.role = 'filer' join journal j on j.dossier_id = d.id and j.seq = $2
        where d.id = $1`, [dossier_id, seq]));
    const notification = { effectId: id, dossierId: dossier_id, personId: row.person_id, at: row.at, text: notificationText(params.about, row.code, row.centre) };
    await this.notifications.send(notification);
    return (tx) => this.notifications.keep(tx, notification);
  };

  readonly fileResult: EffectDeed<'fileResult'> = async ({ dossier_id, seq }) => {
    const facts = await this.database.transaction(SYSTEM, (tx) => readPaperFacts(tx, this.world, this.options, dossier_id));
    return (tx) => fileResult(tx, { persons: this.persons, subjects: this.subjects }, asOf(facts, seq), seq);
  };

  /** The message is written and lies in the outbox; another runner carries it to the agency, so that a system that is away holds up nothing of this dossier. */
  readonly sendElsewhere: EffectDeed<'sendElsewhere'> = async (effect) => {
    const { written, code } = await this.database.transaction(SYSTEM, async (tx) => ({
      written: await writeMessage(tx, this.world, effect),
      ...(await tx.one<{ code: string }>('select procedure_code as code from dossier where id = $1', [effect.dossier_id])),
    }));
    return intoOutbox(effect, written, code, this.persons);
  };
}
