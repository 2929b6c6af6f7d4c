import type { AnswerGroup } from '../../api/types';
import { useLocalized } from '../../shell/localized';

/** What the dossier declares, to read. */
export function Answers({ groups }: { groups: readonly AnswerGroup[] }) {
  const pick = useLocalized();
  return groups
    .filter((group) => group.answers.length > 0)
    .map((group) => (
      <section key={group.title.vi}>
        <h3>{pick(group.title)}</h3>
        <dl className="values">
          {group.answers.map((answer) => (
            <div key={answer.pointer}>
              <dt>{pick(answer.label)}</dt>
              <dd lang="vi">{answer.value}</dd>
            </div>
          ))}
        </dl>
      </section>
    ));
}
