import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { dateTime } from '../../shell/format';
import { useLocalized } from '../../shell/localized';
import { usePageTitle } from '../../shell/page-title';
import { may, useSession } from '../../shell/session';
import { CardsTable } from '../cards-table';
import { type Preview, type Rule, ruleQuery } from './calls';
import { Change, Decide } from './decide';
import { DifferenceTable } from './differences';
import { PageHead } from './page-head';
import { useRuleWords } from './rule-words';
import './messages';

const route = getRouteApi('/staff/quan-tri/quy-dinh/$id');

/** A rule as the second person reads it: what it changes against the nation and against now, what it leaves the steps, and their decision. */
export function RulePage() {
  const { t } = useTranslation('localRules');
  const pick = useLocalized();
  const { id } = route.useParams();
  const session = useSession();
  const query = useQuery(ruleQuery(id));
  usePageTitle(t('title'));
  if (query.isError) return <PageFault title={t('title')} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  const { rule, fromNation, fromNow, stepTimes } = query.data;
  return (
    <>
      <PageHead unit={rule.layer === 'province' ? rule.unitId : undefined} title={t('page.title', { name: pick(rule.procedureName) })} />
      <Outcome rule={rule} />
      <Facts preview={query.data} />
      <section className="panel" aria-labelledby="from-nation">
        <h2 id="from-nation">{t('compare.nation')}</h2>
        <DifferenceTable differences={fromNation} caption={t('compare.nation')} />
      </section>
      {rule.state === 'proposed' && (
        <section className="panel" aria-labelledby="from-now">
          <h2 id="from-now">{t('compare.now')}</h2>
          <DifferenceTable differences={fromNow} caption={t('compare.now')} />
        </section>
      )}
      {stepTimes.map((each) => (
        <Steps key={each.name?.vi ?? ''} times={each} />
      ))}
      {rule.state === 'proposed' && <Decide rule={rule} />}
      {rule.undoable && may(session, 'local-rule.propose') && <Change rule={rule} />}
    </>
  );
}

function Outcome({ rule }: { rule: Rule }) {
  const { t } = useTranslation('localRules');
  if (rule.state === 'proposed') return null;
  return (
    <Alert color={rule.state === 'approved' ? 'green' : 'gray'} role="status" my="sm">
      {t(`decide.${rule.state as 'approved'}`)}
      {rule.reason && ` ${t('decide.because', { reason: rule.reason })}`}
    </Alert>
  );
}

function Facts({ preview: { rule, receipts } }: { preview: Preview }) {
  const { t } = useTranslation('localRules');
  const pick = useLocalized();
  const words = useRuleWords();
  return (
    <dl className="facts panel">
      <dt>{t('page.code')}</dt>
      <dd>
        <Link to="/quan-tri/thu-tuc/$code" params={{ code: rule.code }}>
          {rule.code}
        </Link>
      </dd>
      <dt>{t('page.unit')}</dt>
      <dd lang="vi">{rule.unitName}</dd>
      <dt>{t('page.decision')}</dt>
      <dd lang="vi">{words.decision(rule)}</dd>
      <dt>{t('page.period')}</dt>
      <dd>{words.period(rule)}</dd>
      {rule.baseVersion !== undefined && (
        <>
          <dt>{t('page.base')}</dt>
          <dd>{rule.baseVersion}</dd>
        </>
      )}
      <dt>{t('page.receipts')}</dt>
      <dd className="number">{receipts}</dd>
      {rule.body?.note && (
        <>
          <dt>{t('page.localNote')}</dt>
          <dd>{pick(rule.body.note)}</dd>
        </>
      )}
      {rule.note && (
        <>
          <dt>{t('page.note')}</dt>
          <dd>{rule.note}</dd>
        </>
      )}
      <dt>{t('page.proposedBy')}</dt>
      <dd>{t('page.by', { who: rule.proposedBy, at: dateTime(rule.proposedAt) })}</dd>
      {rule.decidedBy && rule.decidedAt && (
        <>
          <dt>{t('page.decidedBy')}</dt>
          <dd>{t('page.by', { who: rule.decidedBy, at: dateTime(rule.decidedAt) })}</dd>
        </>
      )}
    </dl>
  );
}

/** The time each step keeps under the shorter limit. */
function Steps({ times: { name, steps } }: { times: Preview['stepTimes'][number] }) {
  const { t } = useTranslation('localRules');
  const pick = useLocalized();
  const { amount } = useRuleWords();
  const title = name ? t('steps.titleOf', { name: pick(name) }) : t('steps.title');
  const id = `steps-${name?.vi ?? 'all'}`;
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{t('steps.about')}</p>
      <CardsTable
        caption={title}
        rows={steps}
        rowKey={({ name: of }) => of.vi}
        columns={[
          { title: t('steps.step'), cell: ({ name: of }) => pick(of) },
          { title: t('compare.before'), cell: ({ before }) => amount(before) },
          { title: t('compare.after'), cell: ({ after }) => amount(after) },
        ]}
      />
    </section>
  );
}
