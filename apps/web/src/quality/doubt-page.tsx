import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Doubt } from '../api/types';
import { LoadFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import '../dossiers/dossiers.css';
import { dateTime, shortDate } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { usePageTitle } from '../shell/page-title';
import { readDoubt } from './calls';
import { DoubtActs } from './doubt-acts';
import { DoubtSides } from './doubt-sides';
import './messages';
import './quality.css';
import { useValueText } from './value-text';

const route = getRouteApi('/staff/nghi-van/$id');

/** One doubt: both records side by side, how it went so far, and what can be decided. */
export function DoubtPage() {
  const { t } = useTranslation('quality');
  const { id } = route.useParams();
  const query = useQuery({ queryKey: ['doubts', 'one', id], queryFn: () => readDoubt(id) });
  const title = query.data ? t(`kind.${query.data.kind}` as 'kind.twin') : t('doubts.title');
  usePageTitle(title);
  if (query.isError) return <LoadFault error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={10} />;
  const doubt = query.data;
  return (
    <>
      <p>
        <Link to="/nghi-van">{t('doubt.back')}</Link>
      </p>
      <Title order={1} mb="xs">
        {title}
      </Title>
      <p className="quality-about">{t(`doubt.about.${doubt.kind}` as 'doubt.about.twin')}</p>
      <History doubt={doubt} />
      {doubt.disputed.length === 2 && <Disputed doubt={doubt} />}
      {doubt.number && (
        <p>
          {t('doubt.number')} <strong className="number">{doubt.number}</strong>
        </p>
      )}
      <DoubtSides doubt={doubt} />
      <DoubtActs doubt={doubt} />
    </>
  );
}

/** What was decided so far, by whom, when and why. */
function History({ doubt }: { doubt: Doubt }) {
  const { t } = useTranslation('quality');
  const steps = [
    ...doubt.declined.map((step, index) => ({ key: `declined-${index}`, words: t('history.declined', { who: step.by, at: dateTime(step.at) }), reason: step.reason })),
    ...(doubt.decided ? [{ key: 'decided', words: t('history.decided', { who: doubt.decided.by, at: dateTime(doubt.decided.at), decision: t(`decision.${doubt.decision}` as 'decision.same') }), reason: doubt.decided.reason }] : []),
    ...(doubt.approved ? [{ key: 'approved', words: t('history.approved', { who: doubt.approved.by, at: dateTime(doubt.approved.at) }), reason: undefined }] : []),
    ...(doubt.undone ? [{ key: 'undone', words: t('history.undone', { who: doubt.undone.by, at: dateTime(doubt.undone.at) }), reason: doubt.undone.reason }] : []),
  ];
  return (
    <section className="panel" aria-labelledby="doubt-history">
      <h2 id="doubt-history">{t(`state.${doubt.state}` as 'state.open')}</h2>
      <ul>
        <li>{doubt.raisedBy ? t('history.raisedBy', { who: doubt.raisedBy, at: dateTime(doubt.raisedAt) }) : t('history.raised', { at: dateTime(doubt.raisedAt) })}</li>
        {steps.map(({ key, words, reason }) => (
          <li key={key}>
            {words}
            {reason && <div className="under" lang="vi">{reason}</div>}
          </li>
        ))}
      </ul>
      {doubt.signs.length > 0 && <p>{t('doubt.signs', { list: doubt.signs.map((sign) => t(`sign.${sign}` as 'sign.name-near')).join(', ') })}</p>}
    </section>
  );
}

/** The two values that differ, each with who says so. */
function Disputed({ doubt: { disputed, attribute } }: { doubt: Doubt }) {
  const { t } = useTranslation('quality');
  const pick = useLocalized();
  const text = useValueText();
  return (
    <section className="panel" aria-labelledby="doubt-disputed">
      <h2 id="doubt-disputed">{t(`attribute.${attribute}` as 'attribute.fullName')}</h2>
      <dl className="doubt-values doubt-sides">
        {disputed.map((value, index) => (
          <div key={index} className="differs">
            <dt>{t(index === 0 ? 'doubt.shown' : 'doubt.otherwise')}</dt>
            <dd>
              <strong lang="vi">{text(attribute ?? '', value.text)}</strong>
              <div className="under">
                {value.source ? t('doubt.source', { source: pick(value.source), date: value.asOf ? shortDate(value.asOf) : '' }) : t('doubt.declaredIn', { code: value.dossierCode ?? '–' })}
                {value.authority && <span lang="vi"> · {value.authority}</span>}
              </div>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
