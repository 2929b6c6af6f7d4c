import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAdminAct } from '../admin/use-admin-act';
import { ErrorSummary } from '../components/error-summary';
import { ProblemNotice } from '../components/problem-notice';
import { Quoting } from '../components/quoting';
import { oneOf } from '../components/words';
import { DateInput } from '../forms/date-input';
import { dateTime } from '../shell/format';
import { useLocalized } from '../shell/localized';
import { absenceOf, type AbsenceFault, emptyAbsence, REASONS } from './absence-draft';
import { type Colleague, enter, type EnteredAbsence } from './calls';
import { type PostOption, PostSelect } from './post-select';
import './messages';

interface AbsenceFormProps {
  /** The officer who types. */
  officerId: string;
  colleagues: readonly Colleague[];
  /** Whether it may be about somebody else: a head enters it for the unit's officers. */
  forOthers: boolean;
}

const INPUT: Record<AbsenceFault, string> = { from: 'absence-from', to: 'absence-to' };

/** Enters an absence: from when to when, for which post and procedures, and who stands in. */
export function AbsenceForm({ officerId, colleagues, forOthers }: AbsenceFormProps) {
  const { t } = useTranslation('cover');
  const pick = useLocalized();
  const [draft, setDraft] = useState(emptyAbsence);
  const [attempt, setAttempt] = useState(0);
  const [entered, setEntered] = useState<EnteredAbsence>();
  const { absence, faults } = absenceOf(draft);
  const shown = attempt > 0 ? faults : [];
  const send = useAdminAct('cover', () => enter(absence), (answer) => {
    setDraft(emptyAbsence());
    setAttempt(0);
    setEntered(answer);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    setEntered(undefined);
    if (faults.length === 0) send.mutate();
  };
  const who = draft.officerId === '' ? officerId : draft.officerId;
  const posts = colleagues.find((colleague) => colleague.officerId === who)?.posts ?? [];
  const me = colleagues.find((colleague) => colleague.officerId === officerId);
  const option = ({ officerId: value, name, posts: theirs }: Colleague): PostOption => ({ value, unitName: theirs[0]?.unitName ?? '', label: `${name} – ${theirs.map(({ roleName }) => pick(roleName)).join('; ')}` });
  const fault = (field: AbsenceFault) => ({ id: INPUT[field], error: shown.includes(field) ? t(`missing.${field}`) : undefined });
  const choose = (field: 'officerId' | 'postId' | 'standInId') => ({
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [field]: event.currentTarget.value, ...(field === 'officerId' && { postId: '', standInId: '' }) }),
  });
  return (
    <section className="panel" aria-labelledby="enter-absence">
      <h2 id="enter-absence">{t('enter')}</h2>
      {entered && <Entered entered={entered} />}
      <form onSubmit={submit} noValidate className="admin-form">
        <ErrorSummary errors={shown.map((field) => ({ inputId: INPUT[field], message: t(`missing.${field}`) }))} attempt={attempt} />
        {send.isError && <ProblemNotice error={send.error} />}
        {forOthers && <PostSelect label={t('who')} first={{ value: '', label: me ? option(me).label : t('choose') }} options={colleagues.filter((each) => each.manageable && each.officerId !== officerId).map(option)} {...choose('officerId')} />}
        {posts.length > 1 && (
          <NativeSelect
            label={t('post')}
            data={[{ value: '', label: t('everyPost') }, ...posts.map(({ postId, roleName, unitName }) => ({ value: postId, label: `${pick(roleName)}, ${unitName}` }))]}
            {...choose('postId')}
          />
        )}
        <NativeSelect
          label={t('reason')}
          data={REASONS.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))}
          value={draft.reason}
          onChange={(event) => setDraft({ ...draft, reason: oneOf(REASONS, event.currentTarget.value, 'other') })}
        />
        <Group align="start">
          <DateInput label={t('fromDay')} value={draft.fromDay} onChange={(fromDay) => setDraft({ ...draft, fromDay })} {...fault('from')} />
          <TextInput label={t('fromTime')} value={draft.fromTime} onChange={(event) => setDraft({ ...draft, fromTime: event.currentTarget.value })} autoComplete="off" />
        </Group>
        <Group align="start">
          <DateInput label={t('toDay')} value={draft.toDay} onChange={(toDay) => setDraft({ ...draft, toDay })} {...fault('to')} />
          <TextInput label={t('toTime')} value={draft.toTime} onChange={(event) => setDraft({ ...draft, toTime: event.currentTarget.value })} autoComplete="off" />
        </Group>
        <PostSelect
          label={t('standIn')}
          description={t('standInHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          first={{ value: '', label: t('nobody') }}
          options={colleagues.filter((each) => each.officerId !== who).map(option)}
          {...choose('standInId')}
        />
        <TextInput
          label={t('procedures')}
          description={t('proceduresHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={draft.procedures}
          onChange={(event) => setDraft({ ...draft, procedures: event.currentTarget.value })}
          spellCheck={false}
          autoComplete="off"
        />
        <Group>
          <Button type="submit" loading={send.isPending}>
            {t('send')}
          </Button>
        </Group>
      </form>
    </section>
  );
}

/** What was entered, and the work it leaves without anybody. */
function Entered({ entered: { absence, gaps } }: { entered: EnteredAbsence }) {
  const { t } = useTranslation('cover');
  const roles = useRoleNames();
  return (
    <Alert color={gaps.length > 0 ? 'orange' : 'green'} role="status" mb="sm" title={t('entered', { who: absence.officerName, from: dateTime(absence.from), to: dateTime(absence.to) })}>
      {gaps.length > 0 && (
        <>
          <p>{t('gaps')}</p>
          <ul>
            {gaps.map(({ unitName, role, from, to }) => (
              <li key={`${unitName} ${role} ${from}`}>
                <Quoting text={t('gap', { role: roles(role), unit: unitName, from: dateTime(from), to: dateTime(to) })} quotes={[unitName]} />
              </li>
            ))}
          </ul>
          <p>{t('gapsDo')}</p>
        </>
      )}
    </Alert>
  );
}

const LANE_ROLES = ['receiving-clerk', 'case-officer', 'reviewer', 'leader', 'records-clerk'] as const;

/** The words of the roles of a process. */
export function useRoleNames(): (role: string) => string {
  const { t } = useTranslation('cover');
  return (role) => t(`roles.${oneOf(LANE_ROLES, role, 'case-officer')}`);
}
