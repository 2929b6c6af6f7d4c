import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getDossier } from '../api/calls';
import { PageFault } from '../components/empty-state';
import { Loading } from '../components/loading';
import { ActsPanel } from '../dossiers/acts-panel';
import '../dossiers/dossiers.css';
import '../dossiers/messages';
import { dossierKey } from '../dossiers/use-act';
import { useDossier } from '../dossiers/use-dossier';
import { usePageTitle } from '../shell/page-title';
import { CaseView } from './case-view';
import { DocumentPane, type ShownDocument } from './document-pane';
import { ListPane } from './list-pane';
import './messages';
import './review.css';
import { useNeighbours } from './use-neighbours';

const route = getRouteApi('/staff/tham-dinh/$id');

/** One case under review: list, case and document side by side where there is room; the decision bar always in view. */
export function CasePage() {
  const { id } = route.useParams();
  return <Case key={id} id={id} />;
}

function Case({ id }: { id: string }) {
  const { t } = useTranslation('review');
  const { query, seen, look, forget } = useDossier(id);
  const [shown, setShown] = useState<ShownDocument>();
  const { rows, next, previous } = useNeighbours(id);
  const navigate = useNavigate();
  const goTo = (target: string | undefined) => target && void navigate({ to: '/tham-dinh/$id', params: { id: target } });
  useCaseKeys(() => goTo(next), () => goTo(previous));
  usePrefetch(next);
  usePageTitle(query.data?.code ?? t('title'));
  const dossier = query.data;
  const show = (address: string, title: string, mediaType: string) => setShown({ address, title, mediaType });
  return (
    <div className="panes">
      <ListPane rows={rows} present={id} />
      <div className="case-pane">
        {query.isError && !dossier ? (
          <PageFault title={t('title')} error={query.error} onRetry={() => void query.refetch()} />
        ) : !dossier ? (
          <Loading lines={12} />
        ) : (
          <>
            <CaseView dossier={dossier} seen={seen} onShow={show} />
            <div className="decision-bar">
              <ActsPanel
                compact
                dossier={dossier}
                onLook={look}
                onDone={forget}
                after={
                  next && (
                    <Button size="compact-md" onClick={() => goTo(next)}>
                      {t('next')} <kbd className="keycap">Ctrl+→</kbd>
                    </Button>
                  )
                }
              />
            </div>
          </>
        )}
      </div>
      <DocumentPane dossier={dossier} shown={shown} />
    </div>
  );
}

/** Ctrl+→ and Ctrl+← walk through the list, except where they move the caret in a text. */
function useCaseKeys(forward: () => void, back: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (!event.ctrlKey || event.shiftKey || event.altKey || writing) return;
      if (event.code === 'ArrowRight') forward();
      else if (event.code === 'ArrowLeft') back();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}

/** The next case is loaded ahead, so that it is there when it is opened. */
function usePrefetch(id: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (id) void queries.prefetchQuery({ queryKey: dossierKey(id), queryFn: () => getDossier(id) });
  }, [id, queries]);
}
