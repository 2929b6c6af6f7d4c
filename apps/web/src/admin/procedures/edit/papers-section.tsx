import { useTranslation } from 'react-i18next';
import { freeKey, isGroup, listAt, textAt } from '../document';
import { ConditionInput } from '../condition-input';
import { useDraftInHand } from '../draft-context';
import { ChecksAt, ChoiceAt, LocalizedAt, NumberAt, Rows } from '../inputs';

/** The papers of the dossier: in which form, how many, and when each is mandatory. */
export function PapersSection() {
  const { t } = useTranslation('procedures');
  const { t: common } = useTranslation('common');
  const { document } = useDraftInHand();
  const keys = listAt(document, '/components').map((paper) => (isGroup(paper) ? String(paper['key']) : ''));
  const fresh = () => ({
    key: freeKey('paper', keys), name: { vi: '', en: '' }, kinds: ['original', 'certified-copy', 'electronic'], originals: 1, copies: 0, required: true, why: { vi: '', en: '' }, fate: 'stays-with-dossier',
  });
  const nameOf = (index: number): string => textAt(document, `/components/${index}/name/vi`) || t('item.paper', { number: index + 1 });
  return (
    <Rows at="/components" title={t('papers')} help={t('papersHelp')} addLabel={t('add.paper')} fresh={fresh} nameOf={nameOf}>
      {(at, index) => (
        <>
          <LocalizedAt at={`${at}/name`} label={t('item.paper', { number: index + 1 })} long />
          <ChecksAt at={`${at}/kinds`} label={t('paper.kinds')} options={(['original', 'certified-copy', 'photocopy', 'electronic'] as const).map((value) => ({ value, label: common(`component.kind.${value}`) }))} />
          <div className="inputs">
            <NumberAt at={`${at}/originals`} label={t('paper.originals')} />
            <NumberAt at={`${at}/copies`} label={t('paper.copies')} />
            <ChoiceAt at={`${at}/fate`} label={t('paper.fate')} options={(['stays-with-dossier', 'returned', 'travels'] as const).map((value) => ({ value, label: t(`fate.${value}`) }))} />
          </div>
          <ConditionInput at={`${at}/required`} label={t('paper.required')} ways={[{ value: true, label: t('paper.always') }, { value: false, label: t('paper.optional') }]} />
          <LocalizedAt at={`${at}/why`} label={t('paper.why')} description={index === 0 ? t('paper.whyHelp') : undefined} long />
        </>
      )}
    </Rows>
  );
}
