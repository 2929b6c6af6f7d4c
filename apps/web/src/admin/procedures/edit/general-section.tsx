import { useTranslation } from 'react-i18next';
import { ChecksAt, ChoiceAt, LocalizedAt, Rows, TextAt } from '../inputs';

const EMPTY = { vi: '', en: '' };

/** What the procedure is, whom it is for, and what a person should know before filing. */
export function GeneralSection() {
  const { t } = useTranslation('procedures');
  return (
    <>
      <LocalizedAt at="/name" label={t('name')} long />
      <LocalizedAt at="/field/name" label={t('field')} />
      <div className="inputs">
        <TextAt at="/field/code" label={t('fieldCode')} description={t('fieldCodeHelp')} optional />
        <TextAt at="/ministry" label={t('ministry')} description={t('ministryHelp')} />
        <ChoiceAt at="/decidedAt" label={t('decidedAt')} options={(['commune', 'shared', 'province'] as const).map((value) => ({ value, label: t(`decided.${value}`) }))} />
        <ChoiceAt at="/level" label={t('levelLabel')} options={(['commune', 'province'] as const).map((value) => ({ value, label: t(`level.${value}`) }))} />
        <ChoiceAt at="/handledBy" label={t('handledBy')} options={(['peoples-committee', 'provincial-department', 'land-registration-office'] as const).map((value) => ({ value, label: t(`handler.${value}`) }))} />
      </div>
      <ChecksAt at="/channels" label={t('channels')} options={(['counter', 'online', 'post'] as const).map((value) => ({ value, label: t(`channel.${value}`) }))} />
      <Rows at="/applicants" title={t('applicants')} addLabel={t('add.applicant')} fresh={() => EMPTY} nameOf={(index) => t('item.applicant', { number: index + 1 })}>
        {(at, index) => <LocalizedAt at={at} label={t('item.applicant', { number: index + 1 })} />}
      </Rows>
      <Rows at="/receiving/conditions" title={t('conditions')} help={t('conditionsHelp')} addLabel={t('add.condition')} fresh={() => EMPTY} nameOf={(index) => t('item.condition', { number: index + 1 })}>
        {(at, index) => <LocalizedAt at={at} label={t('item.condition', { number: index + 1 })} long />}
      </Rows>
      <Rows at="/receiving/bring" title={t('bring')} help={t('bringHelp')} addLabel={t('add.bring')} fresh={() => EMPTY} nameOf={(index) => t('item.bring', { number: index + 1 })}>
        {(at, index) => <LocalizedAt at={at} label={t('item.bring', { number: index + 1 })} long />}
      </Rows>
    </>
  );
}
