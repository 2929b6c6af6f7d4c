import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../shell/localized';
import { CardsTable } from '../cards-table';
import type { Preview } from './calls';
import './messages';

/** What a change would do: dossiers by holder and status, what goes along, units and posts, what would be missing, what names the old units. */
export function PreviewSections({ preview }: { preview: Preview }) {
  const { t } = useTranslation('units');
  const pick = useLocalized();
  const { unfilled, dossiers, total, handovers, consultations, deadlines, alarms, waitingGroups, units, posts, rules } = preview;
  return (
    <>
      {unfilled.length > 0 && (
        <section className="panel" aria-labelledby="units-unfilled">
          <h2 id="units-unfilled">{t('preview.unfilled')}</h2>
          <p>{t('preview.unfilledHelp')}</p>
          <ul>
            {unfilled.map(({ unit, role }) => (
              <li key={`${unit} ${role.vi}`}>
                <strong lang="vi">{unit}</strong>: {pick(role)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel" aria-labelledby="units-dossiers">
        <h2 id="units-dossiers">{t('preview.dossiers', { count: total })}</h2>
        {total === 0 ? (
          <p>{t('preview.nothing')}</p>
        ) : (
          <>
            <p>{t('preview.dossiersHelp')}</p>
            <p>{t('preview.along', { handovers, consultations, deadlines, alarms, groups: waitingGroups })}</p>
            <CardsTable
              caption={t('preview.dossiers', { count: total })}
              rows={dossiers}
              rowKey={({ unit, status }) => `${unit} ${status.vi}`}
              columns={[
                { title: t('preview.holder'), quoted: true, cell: ({ unit }) => unit },
                { title: t('preview.status'), cell: ({ status }) => pick(status) },
                { title: t('preview.count'), number: true, cell: ({ count }) => count },
              ]}
            />
          </>
        )}
      </section>
      <section className="panel" aria-labelledby="units-units">
        <h2 id="units-units">{t('preview.units')}</h2>
        <CardsTable
          caption={t('preview.units')}
          rows={units}
          rowKey={({ from }, index) => `${from} ${index}`}
          columns={[
            { title: t('preview.from'), quoted: true, cell: ({ from }) => from },
            { title: t('preview.to'), quoted: true, cell: ({ to }) => to },
          ]}
        />
      </section>
      {posts.length > 0 && (
        <section className="panel" aria-labelledby="units-posts">
          <h2 id="units-posts">{t('preview.posts', { count: posts.length })}</h2>
          <CardsTable
            caption={t('preview.posts', { count: posts.length })}
            rows={posts}
            rowKey={({ post }) => post}
            columns={[
              { title: t('preview.officer'), quoted: true, cell: ({ officer }) => officer },
              { title: t('preview.role'), cell: ({ role }) => pick(role) },
              { title: t('preview.from'), quoted: true, cell: ({ from }) => from },
              { title: t('preview.to'), cell: ({ to }) => (to === undefined ? t('preview.stays') : <span lang="vi">{to}</span>) },
            ]}
          />
        </section>
      )}
      {rules.length > 0 && (
        <section className="panel" aria-labelledby="units-rules">
          <h2 id="units-rules">{t('preview.rules')}</h2>
          <p>{t('preview.rulesHelp')}</p>
          <CardsTable
            caption={t('preview.rules')}
            rows={rules}
            rowKey={({ kind, unit, what }) => `${kind} ${unit} ${what}`}
            columns={[
              { title: t('preview.from'), quoted: true, cell: ({ unit }) => unit },
              { title: t('preview.ruleKind'), cell: ({ kind }) => t(`preview.rule.${kind as 'hours'}`) },
              { title: t('preview.ruleWhat'), quoted: true, cell: ({ what }) => what },
            ]}
          />
        </section>
      )}
    </>
  );
}
