import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../components/error-summary';
import { ProblemNotice } from '../../components/problem-notice';
import { oneOf } from '../../components/words';
import { type Colleague, propose } from '../../cover/calls';
import { type DelegationFault, delegationOf, emptyDelegation, FORMULAS, SIGNING } from '../../cover/delegation-draft';
import { type PostOption, PostSelect } from '../../cover/post-select';
import { DateInput } from '../../forms/date-input';
import { useLocalized } from '../../shell/localized';
import { useAdminAct } from '../use-admin-act';

/** Who heads an agency, and who heads a part of one: only from the one to the other a signature is passed on. */
const DELEGATING: readonly string[] = ['chairman', 'director'];
const DELEGATES: readonly string[] = ['division-head', 'centre-director', 'director'];

const inputOf = (field: DelegationFault): string => `delegation-${field}`;

/** Proposes a delegation by its document; another person approves it. */
export function DelegationForm({ colleagues }: { colleagues: readonly Colleague[] }) {
  const { t } = useTranslation('cover');
  const pick = useLocalized();
  const [draft, setDraft] = useState(emptyDelegation);
  const [attempt, setAttempt] = useState(0);
  const { delegation, faults } = delegationOf(draft);
  const shown = attempt > 0 ? faults : [];
  const send = useAdminAct('cover', () => propose(delegation), () => {
    setDraft(emptyDelegation());
    setAttempt(0);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (faults.length === 0) send.mutate();
  };
  const choose = { value: '', label: t('choose') };
  const posts = (roles: readonly string[]): PostOption[] =>
    colleagues.flatMap(({ name, posts: held }) => held.filter(({ role }) => roles.includes(role)).map(({ postId, roleName, unitName }) => ({ value: postId, unitName, label: `${name} – ${pick(roleName)}` })));
  const fault = (field: DelegationFault) => ({ id: inputOf(field), error: shown.includes(field) ? t(`missing.${field}`) : undefined });
  const text = (field: 'postId' | 'delegatePostId' | 'document' | 'procedures') => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [field]: event.currentTarget.value }),
  });
  const day = (field: 'documentOn' | 'fromDay' | 'toDay') => ({ value: draft[field], onChange: (value: string) => setDraft({ ...draft, [field]: value }) });
  return (
    <section className="panel" aria-labelledby="propose-delegation">
      <h2 id="propose-delegation">{t('propose')}</h2>
      <form onSubmit={submit} noValidate className="admin-form">
        <ErrorSummary errors={shown.map((field) => ({ inputId: inputOf(field), message: t(`missing.${field}`) }))} attempt={attempt} />
        {send.isError && <ProblemNotice error={send.error} />}
        <NativeSelect
          label={t('kind')}
          data={FORMULAS.map((formula) => ({ value: formula, label: t(formula === 'TL.' ? 'kinds.order' : 'kinds.written') }))}
          value={draft.formula}
          onChange={(event) => setDraft({ ...draft, formula: oneOf(FORMULAS, event.currentTarget.value, 'TUQ.') })}
        />
        <PostSelect label={t('delegator')} first={choose} options={posts(DELEGATING)} {...text('postId')} {...fault('postId')} />
        <PostSelect label={t('delegate')} first={choose} options={posts(DELEGATES)} {...text('delegatePostId')} {...fault('delegatePostId')} />
        <TextInput label={t('document')} maxLength={200} autoComplete="off" {...text('document')} {...fault('document')} />
        <DateInput label={t('documentOn')} {...day('documentOn')} {...fault('documentOn')} />
        <Checkbox.Group
          label={t('acts')}
          value={[...draft.permissions]}
          onChange={(chosen) => setDraft({ ...draft, permissions: SIGNING.filter((each) => chosen.includes(each)) })}
          {...fault('permissions')}
        >
          {SIGNING.map((permission) => (
            <Checkbox key={permission} value={permission} label={t(`signing.${permission}`)} mt={6} />
          ))}
        </Checkbox.Group>
        <TextInput label={t('procedures')} description={t('proceduresHelp')} inputWrapperOrder={['label', 'input', 'description', 'error']} spellCheck={false} autoComplete="off" {...text('procedures')} />
        <Group align="start">
          <DateInput label={t('fromDay')} {...day('fromDay')} {...fault('from')} />
          <DateInput label={t('toDay')} {...day('toDay')} {...fault('to')} />
        </Group>
        <Group>
          <Button type="submit" loading={send.isPending}>
            {t('sendToApprove')}
          </Button>
        </Group>
      </form>
    </section>
  );
}
