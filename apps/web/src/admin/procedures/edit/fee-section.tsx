import { useTranslation } from 'react-i18next';
import { ConditionInput } from '../condition-input';
import { freeKey, isGroup, listAt, textAt } from '../document';
import { useDraftInHand } from '../draft-context';
import { ChoiceAt, LocalizedAt, NumberAt, Rows, TextAt } from '../inputs';
import { readQuestions } from '../questions';
import { useLocalized } from '../../../shell/localized';

/** What is paid, and who is freed. */
export function FeeSection() {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const { document } = useDraftInHand();
  const keysAt = (at: string) => listAt(document, at).map((line) => (isGroup(line) ? String(line['key']) : ''));
  const numbers = readQuestions(document).filter(({ type }) => type === 'integer');
  return (
    <>
      <ChoiceAt at="/fee/setBy" label={t('fee.setBy')} options={(['national', 'provincial-council'] as const).map((value) => ({ value, label: t(`feeSetBy.${value}`) }))} />
      <Rows
        at="/fee/lines" title={t('fee.lines')} help={t('fee.linesHelp')} addLabel={t('add.feeLine')}
        fresh={() => ({ key: freeKey('fee', keysAt('/fee/lines')), name: { vi: '', en: '' }, payableAt: 'receipt' })}
        nameOf={(index) => textAt(document, `/fee/lines/${index}/name/vi`) || t('item.feeLine', { number: index + 1 })}
      >
        {(at, index) => (
          <>
            <LocalizedAt at={`${at}/name`} label={t('item.feeLine', { number: index + 1 })} />
            <div className="inputs">
              <NumberAt at={`${at}/amount`} label={t('fee.amount')} />
              <ChoiceAt at={`${at}/payableAt`} label={t('fee.payableAt')} options={(['receipt', 'return'] as const).map((value) => ({ value, label: t(`payableAt.${value}`) }))} />
              {(numbers.length > 0 || textAt(document, `${at}/per`) !== '') && (
                <ChoiceAt at={`${at}/per`} label={t('fee.per')} optional options={[{ value: '', label: t('fee.once') }, ...numbers.map(({ name, label }) => ({ value: name, label: pick(label) || name }))]} />
              )}
            </div>
            <ConditionInput at={`${at}/when`} label={t('fee.when')} ways={[{ value: undefined, label: t('fee.always') }]} />
          </>
        )}
      </Rows>
      <Rows
        at="/fee/exemptions" title={t('fee.exemptions')} addLabel={t('add.exemption')}
        fresh={() => ({ key: freeKey('exemption', keysAt('/fee/exemptions')), name: { vi: '', en: '' }, basis: '' })}
        nameOf={(index) => textAt(document, `/fee/exemptions/${index}/name/vi`) || t('item.exemption', { number: index + 1 })}
      >
        {(at, index) => (
          <>
            <LocalizedAt at={`${at}/name`} label={t('item.exemption', { number: index + 1 })} />
            <TextAt at={`${at}/basis`} label={t('basis')} />
            <ConditionInput at={`${at}/when`} label={t('fee.exemptWhen')} ways={[{ value: undefined, label: t('choose') }]} />
          </>
        )}
      </Rows>
    </>
  );
}
