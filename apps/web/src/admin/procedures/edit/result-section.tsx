import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isGroup, type Json, listAt } from '../document';
import { inputIdOf, useDraftInHand, useFaultAt } from '../draft-context';
import { ChoiceAt, LocalizedAt, TextAt } from '../inputs';
import { useLocalized } from '../../../shell/localized';
import { readQuestions } from '../questions';
import { useUnitOptions } from '../unit-words';

/** The paper the person gets. */
export function ResultSection() {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const { document, units } = useDraftInHand();
  const options = useUnitOptions(units);
  const isDecision = (document['result'] as Json | undefined)?.['layout'] === 'decision';
  return (
    <>
      <LocalizedAt at="/result/name" label={t('result.name')} />
      <div className="inputs">
        <TextAt at="/result/code" label={t('result.code')} description={t('result.codeHelp')} />
        <TextAt at="/result/symbol" label={t('result.symbol')} description={t('result.symbolHelp')} />
        <TextAt at="/result/paper" label={t('result.paper')} description={t('result.paperHelp')} />
        <ChoiceAt at="/result/issuer" label={t('result.issuer')} options={options()} />
        <ChoiceAt at="/result/layout" label={t('result.layout')} options={[{ value: 'decision', label: t('result.decision') }]} />
      </div>
      {isDecision && (
        <>
          <Line to="title" label={t('result.title')} description={t('result.titleHelp')} />
          <Line to="abstract" label={t('result.abstract')} description={t('result.abstractHelp')} />
          <p className="entry-group-help">{t('result.placeholders')}</p>
          <ul className="placeholders">
            {readQuestions(document).map(({ name, label }) => (
              <li key={name}>
                <code>{`{${name}}`}</code> {pick(label)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** One sentence of the paper: a line of `data` whose place is `to`. */
function Line({ to, label, description }: { to: string; label: string; description: string }) {
  const { document, change } = useDraftInHand();
  const pick = useLocalized();
  const lines = listAt(document, '/result/data').filter(isGroup);
  const index = lines.findIndex((line) => line['to'] === to);
  const at = `/result/data/${index}`;
  const fault = useFaultAt(at);
  const line = lines[index];
  const text = typeof line?.['template'] === 'string' ? line['template'] : '';
  const set = (typed: string) => {
    if (index < 0) return change('/result/data', [...lines, { to, template: typed }]);
    change(at, typed === '' ? undefined : { ...line, template: typed });
  };
  return <TextInput id={index < 0 ? inputIdOf(`/result/data/${to}`) : inputIdOf(at)} label={label} description={description} error={fault && pick(fault)} autoComplete="off" spellCheck={false} value={text} onChange={(event) => set(event.currentTarget.value)} />;
}
