import type { Transaction } from '@app/database';

/** A unit's figures at the end of a day. */
export interface UnitFigures {
  readonly unitId: string;
  readonly unit: string;
  /** Dossiers it had received. */
  readonly received: number;
  /** Open dossiers it held. */
  readonly held: number;
  /** Dossiers of which it had the result ready at its counter. */
  readonly finished: number;
}

/** The receiving unit a dossier had before whatever passed it on after an act. */
const UNIT_AT = (seq: string): string =>
  `coalesce((select s.receiving_unit from dossier_succession s where s.dossier_id = j.dossier_id and s.seq > ${seq} order by s.seq limit 1), d.receiving_unit)`;

/**
 * Counts what each unit had received, held and finished at the end of a local day, out of what never changes: the journal, who held since
 * when, and which units a dossier had before it was passed on. So what a unit did stays its own when it is merged, and the figures of a day
 * are the same whenever they are asked for.
 */
export function unitFigures(tx: Transaction, on: string): Promise<UnitFigures[]> {
  return tx.rows<UnitFigures>(
    `with moment as (select ($1::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as at),
          counted as (
       select ${UNIT_AT('j.seq')} as unit, count(*)::int as received, 0 as held, 0 as finished
         from journal j join dossier d on d.id = j.dossier_id, moment where j.event = 'receive' and j.at < moment.at group by 1
       union all
       select h.unit_id, 0, count(*)::int, 0 from holding h, moment
        where h.since < moment.at and (h.until is null or h.until >= moment.at)
          and (select (j.body::jsonb -> 'to' ->> 'status')::int from journal j where j.dossier_id = h.dossier_id and j.at < moment.at order by j.seq desc limit 1) not in (3, 8, 10)
        group by h.unit_id
       union all
       select ${UNIT_AT('j.seq')}, 0, 0, count(distinct j.dossier_id)::int
         from journal j join dossier d on d.id = j.dossier_id, moment where j.event = 'resultReady' and j.at < moment.at group by 1)
     select c.unit as "unitId", u.name_vi as unit, sum(received)::int as received, sum(held)::int as held, sum(finished)::int as finished
       from counted c join unit u on u.id = c.unit group by c.unit, u.name_vi order by c.unit`, [on]);
}
