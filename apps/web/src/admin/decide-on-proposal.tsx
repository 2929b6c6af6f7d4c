import { Button } from '@mantine/core';
import { ProblemNotice } from '../components/problem-notice';
import { may, useSession } from '../shell/session';
import { OneTextForm } from './one-text-form';
import { useAdminAct, type Area } from './use-admin-act';

/** What is read on the panel; each part of the administration names what is decided on in its own words. */
export interface DecideWords {
  readonly title: string;
  readonly own: string;
  readonly cannot: string;
  readonly approve: string;
  readonly reason: string;
  readonly reasonMissing: string;
  readonly withdraw: string;
  readonly reject: string;
}

interface DecideOnProposalProps {
  area: Area;
  /** What whoever approves must be allowed. */
  permission: string;
  /** Whether the reader proposed it. */
  own: boolean;
  words: DecideWords;
  approve: () => Promise<unknown>;
  reject: (reason: string) => Promise<unknown>;
  /** Why nobody can approve it as it is. */
  blocked?: string | undefined;
}

/** Approve, or send back with a reason; who proposed it can only take it back. */
export function DecideOnProposal({ area, permission, own, words, approve, reject, blocked }: DecideOnProposalProps) {
  const session = useSession();
  const agree = useAdminAct(area, approve);
  const refuse = useAdminAct(area, reject);
  const failed = [agree, refuse].find(({ isError }) => isError);
  const decides = may(session, permission) && !own;
  return (
    <section className="panel" aria-labelledby="decide">
      <h2 id="decide">{words.title}</h2>
      {failed && <ProblemNotice error={failed.error} />}
      {own && <p>{words.own}</p>}
      {!own && !decides && <p>{words.cannot}</p>}
      {blocked !== undefined && <p>{blocked}</p>}
      {decides && blocked === undefined && (
        <Button loading={agree.isPending} onClick={() => agree.mutate()}>
          {words.approve}
        </Button>
      )}
      {(decides || own) && (
        <OneTextForm id="reject-reason" label={words.reason} missing={words.reasonMissing} maxLength={1000} lines="many" onSend={refuse.mutate} className="admin-form">
          <Button type="submit" variant="default" loading={refuse.isPending}>
            {own ? words.withdraw : words.reject}
          </Button>
        </OneTextForm>
      )}
    </section>
  );
}
