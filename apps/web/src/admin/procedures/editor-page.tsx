import { Alert, Button, Group, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFault } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { timeOfDay } from '../../shell/format';
import { usePageTitle } from '../../shell/page-title';
import { type Check, type Draft, getUnitFunctions, startDraft } from './calls';
import { type Json, textAt } from './document';
import { DraftContext } from './draft-context';
import { ExamplesSection } from './edit/examples-section';
import { FeeSection } from './edit/fee-section';
import { FormSection } from './edit/form-section';
import { GeneralSection } from './edit/general-section';
import { LawSection } from './edit/law-section';
import { PapersSection } from './edit/papers-section';
import { ProcessSection } from './edit/process-section';
import { ResultSection } from './edit/result-section';
import { focusLater } from './inputs';
import { sectionOf, SECTIONS, type SectionName } from './sections';
import { type Saving, useDraft } from './use-draft';
import './procedures.css';
import './messages';

const route = getRouteApi('/staff/quan-tri/thu-tuc/$code/soan');

/** What the last check of a draft found, kept for the editor's marks. */
export interface KeptCheck {
  check: Check;
  document: Json;
}

/** Writing the next version of a procedure. */
export function EditorPage() {
  const { t } = useTranslation('procedures');
  const { code } = route.useParams();
  usePageTitle(t('edit.title', { code }));
  const query = useQuery({ queryKey: ['procedure-draft', code], queryFn: () => startDraft(code), staleTime: Infinity, gcTime: 0 });
  if (query.isError) return <PageFault title={t('edit.title', { code })} error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading lines={8} />;
  return <Editor key={code} draft={query.data} />;
}

function Editor({ draft }: { draft: Draft }) {
  const { t } = useTranslation('procedures');
  const { code } = draft;
  const { phan: section = 'general' } = route.useSearch();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const work = useDraft(draft);
  const { data: units = [] } = useQuery({ queryKey: ['unit-functions'], queryFn: getUnitFunctions, staleTime: Infinity });
  const kept = queries.getQueryData<KeptCheck>(['procedure-check', code]);
  useFocusFromAddress();
  const toCheck = async () => {
    if (await work.save()) await navigate({ to: '/quan-tri/thu-tuc/$code/kiem-tra', params: { code } });
  };
  const faults = kept?.check.faults ?? [];
  return (
    <DraftContext value={{ document: work.document, change: work.change, checked: kept && { faults, document: kept.document }, units }}>
      <p>
        <Link to="/quan-tri/thu-tuc/$code" params={{ code }}>
          {t('edit.back', { code })}
        </Link>
      </p>
      <div className="editor-head">
        <Title order={1} lang="vi">
          {textAt(work.document, '/name/vi') || code}
        </Title>
        <Group gap="sm">
          <Button variant="default" onClick={work.fillEnglish}>
            {t('edit.fillEnglish')}
          </Button>
          <SavedNote saving={work.saving} isDirty={work.isDirty} />
          <Button onClick={() => void toCheck()}>{t('edit.check')}</Button>
        </Group>
      </div>
      {work.saving.state === 'conflict' && <Conflict saving={work.saving} onSettle={work.settle} />}
      <nav className="list-tabs" aria-label={t('sections')}>
        {SECTIONS.map((name) => {
          const count = faults.filter(({ pointer }) => sectionOf(pointer) === name).length;
          return (
            <Link key={name} to="/quan-tri/thu-tuc/$code/soan" params={{ code }} search={{ phan: name }} aria-current={name === section ? 'page' : undefined} activeProps={{}} inactiveProps={{}}>
              {t(`section.${name}`)} {count > 0 && <span className="count number">{t('faultCount', { count })}</span>}
            </Link>
          );
        })}
      </nav>
      <section className="panel procedure-section" aria-labelledby="section-title">
        <h2 id="section-title">{t(`section.${section}`)}</h2>
        {section === 'examples' ? <ExamplesSection code={code} examples={work.examples} setExamples={work.setExamples} save={work.save} /> : SECTION_VIEWS[section]}
      </section>
      <NextSection code={code} section={section} onCheck={() => void toCheck()} />
    </DraftContext>
  );
}

const SECTION_VIEWS: Readonly<Record<Exclude<SectionName, 'examples'>, ReactNode>> = {
  general: <GeneralSection />, law: <LawSection />, papers: <PapersSection />, form: <FormSection />, fee: <FeeSection />, process: <ProcessSection />, result: <ResultSection />,
};

function NextSection({ code, section, onCheck }: { code: string; section: SectionName; onCheck: () => void }) {
  const { t } = useTranslation('procedures');
  const next = SECTIONS[SECTIONS.indexOf(section) + 1];
  return (
    <p>
      {next ? (
        <Link to="/quan-tri/thu-tuc/$code/soan" params={{ code }} search={{ phan: next }}>
          {t('edit.next', { section: t(`section.${next}`) })}
        </Link>
      ) : (
        <Button onClick={onCheck}>{t('edit.check')}</Button>
      )}
    </p>
  );
}

function SavedNote({ saving, isDirty }: { saving: Saving; isDirty: boolean }) {
  const { t } = useTranslation('procedures');
  const text =
    saving.state === 'conflict' || saving.state === 'local' ? t('saved.local') : saving.state === 'saving' || isDirty ? t('saved.soon') : t('saved.at', { time: timeOfDay(saving.at) });
  return (
    <>
      <span role="status">{text}</span>
      {saving.state === 'local' && saving.problem && <ProblemNotice error={saving.problem} />}
    </>
  );
}

/** Somebody else saved first: who, and two ways on. Nothing typed here is thrown away unasked. */
function Conflict({ saving, onSettle }: { saving: Extract<Saving, { state: 'conflict' }>; onSettle: (keepOurs: boolean) => Promise<void> }) {
  const { t } = useTranslation('procedures');
  return (
    <ProblemNotice error={saving.problem}>
      <Alert color="orange" mt="xs">
        {t('conflict.ways')}
      </Alert>
      <Group gap="sm" mt="xs">
        <Button size="compact-md" onClick={() => void onSettle(true)}>
          {t('conflict.merge')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => void onSettle(false)}>
          {t('conflict.theirs')}
        </Button>
      </Group>
    </ProblemNotice>
  );
}

/** A link from a fault leads to its input, which is drawn only now. */
function useFocusFromAddress() {
  const hash = useRouterState({ select: (state) => state.location.hash });
  useEffect(() => {
    if (hash) focusLater(hash);
  }, [hash]);
}
