import { Alert, Button, Group, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../components/problem-notice';
import type { Answers } from '../../../forms/answer';
import { readForm } from '../../../forms/form-schema';
import { GroupFields } from '../../../forms/group-fields';
import { money } from '../../../shell/format';
import { useLanguage, useLocalized } from '../../../shell/localized';
import { type Example, makeExamples, tryDraft } from '../calls';
import { isGroup, listAt, textAt, valueAt } from '../document';
import { inputIdOf, useDraftInHand } from '../draft-context';
import { readQuestions } from '../questions';

interface ExamplesSectionProps {
  code: string;
  examples: readonly Example[];
  setExamples: (examples: Example[]) => void;
  /** Saves first: the desk tries what it has. */
  save: () => Promise<boolean>;
}

/** Worked examples that whoever proposes vouches for, and the form to be tried as citizens will see it. */
export function ExamplesSection({ code, examples, setExamples, save }: ExamplesSectionProps) {
  const { t } = useTranslation('procedures');
  const make = useMutation({
    mutationFn: async () => {
      if (!(await save())) throw new Error('the draft is not on the desk yet');
      return makeExamples(code);
    },
    onSuccess: setExamples,
  });
  return (
    <>
      <p className="entry-group-help">{t('examples.help')}</p>
      <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
        {examples.length === 0 ? t('examples.make') : t('examples.makeAnew')}
      </Button>
      {make.isError && <ProblemNotice error={make.error} />}
      <ol className="plain-list" id={inputIdOf('/examples')} tabIndex={-1}>
        {examples.map((example, index) => (
          <li key={index} className="row" id={inputIdOf(`/examples/${index}`)} tabIndex={-1}>
            <ExampleView example={example} />
            <Button size="compact-sm" variant="default" color="red" onClick={() => setExamples(examples.filter((_, each) => each !== index))} aria-label={t('row.remove', { name: example.name })}>
              {t('row.removeShort')}
            </Button>
          </li>
        ))}
      </ol>
      <TryForm code={code} save={save} onKeep={(example) => setExamples([...examples, example])} />
    </>
  );
}

function ExampleView({ example }: { example: Example }) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const language = useLanguage();
  const { document } = useDraftInHand();
  const questions = readQuestions(document);
  const answers = Object.entries(example.declaration).flatMap(([name, value]) => {
    const question = questions.find((each) => each.name === name);
    const words = question?.answers.find((each) => each.value === value)?.label;
    return question ? [`${pick(question.label)}: ${words ? pick(words) : String(value)}`] : [];
  });
  const papers = listAt(document, '/components').flatMap((paper) => (isGroup(paper) && example.requires.includes(String(paper['key'])) ? [textAt(paper, '/name/vi')] : []));
  return (
    <>
      <h3>{example.name}</h3>
      <dl className="facts">
        <dt>{t('examples.answers')}</dt>
        <dd>{answers.join(' · ')}</dd>
        <dt>{t('examples.papers')}</dt>
        <dd>{papers.length > 0 ? papers.join('; ') : t('examples.noPapers')}</dd>
        <dt>{t('examples.fee')}</dt>
        <dd>{example.fee === 0 ? t('examples.noFee') : money(example.fee, language)}</dd>
      </dl>
    </>
  );
}

function TryForm({ code, save, onKeep }: { code: string; save: () => Promise<boolean>; onKeep: (example: Example) => void }) {
  const { t } = useTranslation('procedures');
  const pick = useLocalized();
  const language = useLanguage();
  const { document } = useDraftInHand();
  const [isOpen, setOpen] = useState(false);
  const [answers, setAnswers] = useState<Answers>({});
  const [settled] = useDebouncedValue(answers, 300);
  const schema = valueAt(document, '/declaration');
  const query = useQuery({
    queryKey: ['procedure-try', code, settled, JSON.stringify(document)],
    queryFn: async () => {
      await save();
      return tryDraft(code, settled, 'counter');
    },
    enabled: isOpen,
    placeholderData: (before) => before,
    retry: false,
  });
  const tried = query.data;
  const isValid = tried !== undefined && tried.faults.length === 0 && settled === answers && !query.isFetching;
  return (
    <section className="entry-group" aria-labelledby="try-form">
      <h3 id="try-form">{t('try.title')}</h3>
      {!isOpen && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('try.open')}
        </Button>
      )}
      {isOpen && query.isError && <ProblemNotice error={query.error} />}
      {isOpen && isGroup(schema) && tried && (
        <Stack gap="sm">
          {readForm(schema).map((group) => (
            <GroupFields
              key={group.key} group={group} idPrefix="try" answers={answers} decisions={{}} visible={tried.visible} offers={[]}
              faults={tried.faults.filter(({ pointer }) => pointer.slice(1) in answers)}
              onAnswer={(name, value) => setAnswers({ ...answers, [name]: value })} onDecide={() => undefined}
            />
          ))}
          <Alert role="status" title={t('try.outcome')}>
            <p>{tried.components.length === 0 ? t('examples.noPapers') : tried.components.map(({ name, required }) => `${pick(name)} (${required ? t('try.mandatory') : t('try.optional')})`).join('; ')}</p>
            <p>{tried.fee === 0 ? t('examples.noFee') : money(tried.fee, language)}</p>
          </Alert>
          <Group>
            <Button variant="default" disabled={!isValid} onClick={() => tried && onKeep({ name: t('try.name'), channel: 'counter', declaration: answers, requires: tried.requires, fee: tried.fee })}>
              {t('try.keep')}
            </Button>
          </Group>
        </Stack>
      )}
    </section>
  );
}
