import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Assessment } from '../../api/types';
import { FeeLines } from '../../components/fee-lines';
import { answerText } from '../../forms/answer';
import { type FormGroup, visibleFields } from '../../forms/form-schema';
import { useLocalized } from '../../shell/localized';
import { MembersToFile } from '../linked/members-to-file';
import { communesQuery, meQuery } from '../queries';
import { FileList } from './file-picker';
import { DELIVERY, type Files, type Filing, PAPERS } from './filing-state';

interface CheckStepProps {
  draftId: string;
  groups: readonly FormGroup[];
  filing: Filing;
  files: Files;
  assessment: Assessment;
}

/** Everything that will be sent, by topic, each with a way to change it that comes back here. */
export function CheckStep({ draftId, groups, filing, files, assessment }: CheckStepProps) {
  const { t } = useTranslation(['citizen', 'common']);
  const pick = useLocalized();
  const { data: me } = useQuery(meQuery);
  const { data: communes = [] } = useQuery(communesQuery);
  const communeId = filing.communeId ?? me?.communeId;
  const commune = communes.find((one) => one.id === communeId) ?? communes[0];
  const contacts = [filing.phone, filing.email.trim()].filter(Boolean).join(', ');
  return (
    <>
      {groups.map((group) => {
        const fields = visibleFields(group, assessment.visible);
        if (fields.length === 0) return null;
        return (
          <section key={group.key}>
            <Head title={pick(group.title)} draftId={draftId} step={group.key} />
            <dl className="values">
              {fields.map((field) => (
                <div key={field.name}>
                  <dt>{pick(field.label)}</dt>
                  <dd lang={field.choices.length === 0 && filing.answers[field.name] !== undefined ? 'vi' : undefined}>{answerText(field, filing.answers[field.name], pick) || t('check.nothing')}</dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
      {assessment.components.length > 0 && (
        <section>
          <Head title={t('papers.title')} draftId={draftId} step={PAPERS} />
          {assessment.components.map(({ key, name }) => {
            const own = files[key] ?? [];
            const onFile = assessment.componentOffers.find((offer) => offer.key === key && offer.paper.id === filing.papers[key]);
            return (
              <div key={key} className="values">
                <h3>{pick(name)}</h3>
                {onFile ? <p>{t('check.onFile', { number: onFile.paper.number ?? pick(onFile.paper.kindName) })}</p> : own.length === 0 ? <p>{t('check.noPaper')}</p> : <FileList paperName={pick(name)} files={own} />}
              </div>
            );
          })}
        </section>
      )}
      <section>
        <Head title={t('delivery.title')} draftId={draftId} step={DELIVERY} />
        <dl className="values">
          <div>
            <dt>{t('delivery.commune')}</dt>
            <dd lang="vi">{commune?.name ?? ''}</dd>
          </div>
          <div>
            <dt>{t('delivery.how')}</dt>
            <dd>{t(`common:delivery.${filing.delivery}`)}</dd>
          </div>
          <div>
            <dt>{t('delivery.contacts')}</dt>
            <dd>{contacts || t('check.nothing')}</dd>
          </div>
        </dl>
      </section>
      {assessment.members && <MembersToFile members={assessment.members} />}
      <section>
        <div className="head">
          <h2>{t('check.fee')}</h2>
        </div>
        <FeeLines fee={assessment.fee} />
      </section>
    </>
  );
}

function Head({ title, draftId, step }: { title: string; draftId: string; step: string }) {
  const { t } = useTranslation('citizen');
  return (
    <div className="head">
      <h2>{title}</h2>
      <Link to="/cong-dan/nop/$draftId" params={{ draftId }} search={{ buoc: step, sua: true }} className="link">
        {t('check.change')}
        <span className="visually-hidden">: {title}</span>
      </Link>
    </div>
  );
}
