import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { CardsTable } from '../cards-table';
import type { OnceOnlyReport, OnceOnlyRow, Tally } from './calls';
import { percentOf, type OnceOnlySearch } from './search';

const CLASSES = ['population', 'paper', 'register', 'linked'] as const;

/** A share as "14/17 (82 %)"; a dash where nothing was needed. */
function Share({ tally }: { tally: Tally }) {
  const { t } = useTranslation('onceOnly');
  const percent = percentOf(tally);
  return percent === undefined ? <>{t('nothingNeeded')}</> : <span className="once-only-share">{t('share', { ...tally, percent })}</span>;
}

/** What all of it comes to. */
export function Figures({ totals: { count, fields, papers } }: Pick<OnceOnlyReport, 'totals'>) {
  const { t } = useTranslation('onceOnly');
  const figures = [
    { key: 'count', value: count },
    { key: 'fields', value: <Share tally={fields} /> },
    { key: 'papers', value: <Share tally={papers} /> },
    { key: 'refused', value: fields.refused + papers.refused },
    { key: 'mismatched', value: fields.mismatched },
  ] as const;
  return (
    <dl className="once-only-figures">
      {figures.map(({ key, value }) => (
        <div key={key}>
          <dt>{t(`figure.${key}`)}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One line for each procedure, unit, month or dossier, which opens what lies below it. */
export function Rows({ report, search }: { report: OnceOnlyReport; search: OnceOnlySearch }) {
  const { t } = useTranslation('onceOnly');
  const level = report.level as 'procedure';
  const columns = [
    { title: t(`level.${level}`), cell: (row: OnceOnlyRow) => <RowName row={row} report={report} search={search} /> },
    ...(report.level === 'dossier' ? [] : [{ title: t('figure.count'), number: true, cell: ({ count }: OnceOnlyRow) => count }]),
    { title: t('figure.fields'), number: true, cell: ({ fields }: OnceOnlyRow) => <Share tally={fields} /> },
    { title: t('figure.papers'), number: true, cell: ({ papers }: OnceOnlyRow) => <Share tally={papers} /> },
    { title: t('figure.refused'), number: true, cell: ({ fields, papers }: OnceOnlyRow) => fields.refused + papers.refused },
    { title: t('figure.mismatched'), number: true, cell: ({ fields }: OnceOnlyRow) => fields.mismatched },
  ];
  return (
    <>
      <CardsTable caption={t(`caption.${level}`)} columns={columns} rows={report.rows} rowKey={({ key }) => key} />
      {report.level === 'dossier' && report.rows.length < report.totals.count && <p>{t('more', { shown: report.rows.length, count: report.totals.count })}</p>}
    </>
  );
}

function RowName({ row, report, search }: { row: OnceOnlyRow; report: OnceOnlyReport; search: OnceOnlySearch }) {
  const { t } = useTranslation('onceOnly');
  const pick = useLocalized();
  if (row.dossier) {
    return (
      <>
        <Link to="/ho-so/$id" params={{ id: row.key }} className="number">
          {row.dossier.code}
        </Link>
        <div className="under number">{dateTime(row.dossier.receivedAt)}</div>
        {row.dossier.isGroup && <div className="under">{t('group')}</div>}
      </>
    );
  }
  return (
    <Link to="/quan-tri/hoi-mot-lan" search={{ ...search, [report.level]: row.key }}>
      {report.level === 'procedure' ? `${row.key} ${pick(row.name)}` : <span lang="vi">{pick(row.name)}</span>}
    </Link>
  );
}

/** What became of the offers, by where they came from. */
export function Classes({ classes }: { classes: OnceOnlyReport['totals']['classes'] }) {
  const { t } = useTranslation('onceOnly');
  const rows = CLASSES.flatMap((key) => (classes[key] ? [{ key, ...classes[key] }] : []));
  if (rows.length === 0) return <p>{t('noOffers')}</p>;
  return (
    <CardsTable
      caption={t('classes')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { title: t('class.title'), cell: ({ key }) => t(`class.${key}`) },
        { title: t('class.reused'), number: true, cell: ({ reused }) => reused },
        { title: t('figure.refused'), number: true, cell: ({ refused }) => refused },
        { title: t('figure.mismatched'), number: true, cell: ({ mismatched }) => mismatched },
      ]}
    />
  );
}
