import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isGroup, type Json, valueAt } from '../document';
import { inputIdOf, useDraftInHand } from '../draft-context';
import { ChoiceAt, LocalizedAt, NumberAt, Rows, TextAt } from '../inputs';

/** The acts of law behind it, and the time they give. */
export function LawSection() {
  const { t } = useTranslation('procedures');
  return (
    <>
      <Rows at="/legalBases" title={t('legalBases')} addLabel={t('add.basis')} fresh={() => ({ number: '' })} nameOf={(index) => t('item.basis', { number: index + 1 })}>
        {(at, index) => (
          <div className="inputs">
            <TextAt at={`${at}/number`} label={t('basisNumber', { number: index + 1 })} description={index === 0 ? t('basisNumberHelp') : undefined} />
            <TextAt at={`${at}/articles`} label={t('basisArticles')} optional />
          </div>
        )}
      </Rows>
      <TimeLimit />
      <Rows at="/timeLimit/notCounted" title={t('notCounted')} addLabel={t('add.notCounted')} fresh={() => ({ what: { vi: '', en: '' }, basis: '' })} nameOf={(index) => t('item.notCounted', { number: index + 1 })}>
        {(at, index) => (
          <>
            <LocalizedAt at={`${at}/what`} label={t('item.notCounted', { number: index + 1 })} />
            <TextAt at={`${at}/basis`} label={t('basis')} />
          </>
        )}
      </Rows>
      <SupplementTime />
    </>
  );
}

function TimeLimit() {
  const { t } = useTranslation('procedures');
  const { document, change } = useDraftInHand();
  const limit = valueAt(document, '/timeLimit');
  const known: Json = isGroup(limit) ? limit : {};
  const sameDay = known['sameDay'] === true;
  const { notCounted, basis } = known;
  const choose = (next: string) =>
    change('/timeLimit', next === 'same-day' ? { sameDay: true, cutoff: '15:00', notCounted, basis } : { unit: 'working-days', ends: 'same-time', notCounted, basis });
  return (
    <fieldset className="entry-group">
      <legend>{t('timeLimit')}</legend>
      <Stack gap="sm">
        <Radio.Group id={inputIdOf('/timeLimit')} label={t('limitKind')} value={sameDay ? 'same-day' : 'counted'} onChange={choose}>
          <Radio mt={4} value="counted" label={t('limit.counted')} />
          <Radio mt={4} value="same-day" label={t('limit.sameDay')} />
        </Radio.Group>
        <div className="inputs">
          {sameDay ? (
            <TextAt at="/timeLimit/cutoff" label={t('limit.cutoff')} description={t('limit.cutoffHelp')} />
          ) : (
            <>
              <NumberAt at="/timeLimit/value" label={t('limit.value')} />
              <ChoiceAt at="/timeLimit/unit" label={t('limit.unit')} options={(['hours', 'working-days', 'calendar-days', 'months'] as const).map((value) => ({ value, label: t(`unitOfTime.${value}`) }))} />
              <ChoiceAt at="/timeLimit/ends" label={t('limit.ends')} options={(['same-time', 'close-of-day'] as const).map((value) => ({ value, label: t(`ends.${value}`) }))} />
            </>
          )}
          <TextAt at="/timeLimit/basis" label={t('limit.basis')} description={t('limit.basisHelp')} />
        </div>
      </Stack>
    </fieldset>
  );
}

function SupplementTime() {
  const { t } = useTranslation('procedures');
  const { document, change } = useDraftInHand();
  const own = valueAt(document, '/process/supplement') !== undefined;
  const choose = (next: string) => change('/process/supplement', next === 'own' ? { within: { value: 7, unit: 'working-days' }, basis: '' } : undefined);
  return (
    <fieldset className="entry-group">
      <legend>{t('supplement.title')}</legend>
      <Radio.Group id={inputIdOf('/process/supplement')} label={t('supplement.label')} value={own ? 'own' : 'usual'} onChange={choose}>
        <Radio mt={4} value="usual" label={t('supplement.usual')} />
        <Radio mt={4} value="own" label={t('supplement.own')} />
      </Radio.Group>
      {own && (
        <div className="inputs">
          <NumberAt at="/process/supplement/within/value" label={t('limit.value')} />
          <ChoiceAt at="/process/supplement/within/unit" label={t('limit.unit')} options={(['working-days', 'calendar-days', 'months'] as const).map((value) => ({ value, label: t(`unitOfTime.${value}`) }))} />
          <TextAt at="/process/supplement/basis" label={t('basis')} />
        </div>
      )}
    </fieldset>
  );
}
