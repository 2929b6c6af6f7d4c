import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../shell/localized';
import { isGroup, type Json, valueAt } from './document';
import { inputIdOf, useDraftInHand, useFaultAt } from './draft-context';
import { readQuestions, type Question } from './questions';

interface ConditionInputProps {
  at: string;
  /** What stands where nothing depends on an answer: the label and the value of each way. */
  ways: ReadonlyArray<{ value: boolean | undefined; label: string }>;
  label: string;
  /** Only questions before this one may be asked about. */
  before?: string;
}

/** A condition on one answer; `undefined` when it says more than this screen can. */
export function readCondition(condition: unknown): { question: string; answer: string } | undefined {
  if (!isGroup(condition) || !isGroup(condition['properties']) || Object.keys(condition).some((key) => key !== 'required' && key !== 'properties')) return undefined;
  const [entry, ...more] = Object.entries(condition['properties']);
  if (!entry || more.length > 0 || !isGroup(entry[1]) || !('const' in entry[1])) return undefined;
  return { question: entry[0], answer: JSON.stringify(entry[1]['const']) };
}

/** "Only if answer X is Y" as the JSON Schema the declaration must match. */
export const conditionOf = (question: string, answer: unknown): Json => ({ required: [question], properties: { [question]: { const: answer } } });

/** When something counts: always, never, or only if one question has one answer. */
export function ConditionInput({ at, ways, label, before }: ConditionInputProps) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const { document, change } = useDraftInHand();
  const fault = useFaultAt(at);
  const value = valueAt(document, at);
  const all = readQuestions(document);
  const choices = (before === undefined ? all : all.slice(0, all.findIndex(({ name }) => name === before))).filter(({ answers }) => answers.length > 0);
  const known = readCondition(value);
  const special = isGroup(value) && (!known || !choices.some(({ name }) => name === known.question));
  const way = isGroup(value) ? (special ? 'special' : 'when') : String(ways.findIndex((each) => each.value === value));
  const first = choices[0];
  const choose = (next: string) => {
    if (next === 'when' && first) return change(at, conditionOf(first.name, first.answers[0]?.value));
    change(at, ways[Number(next)]?.value);
  };
  const chosen: Question | undefined = choices.find(({ name }) => name === known?.question);
  const data = [
    ...ways.map((each, index) => ({ value: String(index), label: each.label })),
    ...(first ? [{ value: 'when', label: t('condition.when') }] : []),
    ...(special ? [{ value: 'special', label: t('condition.special') }] : []),
  ];
  return (
    <div className="condition">
      <NativeSelect id={inputIdOf(at)} label={label} description={first ? undefined : t('condition.noQuestions')} error={fault && pick(fault)} data={data} value={way} onChange={(event) => choose(event.currentTarget.value)} />
      {way === 'when' && chosen && known && (
        <>
          <NativeSelect
            label={t('condition.question')}
            data={choices.map(({ name, label: words }) => ({ value: name, label: pick(words) || name }))}
            value={known.question}
            onChange={(event) => {
              const next = choices.find(({ name }) => name === event.currentTarget.value);
              if (next) change(at, conditionOf(next.name, next.answers[0]?.value));
            }}
          />
          <NativeSelect
            label={t('condition.answer')}
            data={chosen.answers.map(({ value: answer, label: words }) => ({ value: JSON.stringify(answer), label: pick(words) }))}
            value={known.answer}
            onChange={(event) => change(at, conditionOf(chosen.name, JSON.parse(event.currentTarget.value)))}
          />
        </>
      )}
      {special && <code>{JSON.stringify(value)}</code>}
    </div>
  );
}
