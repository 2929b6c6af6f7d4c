import type { Procedure } from '@app/catalogue';
import { goesUp, type ProcessStep, type UnitPath } from '@app/workflow';
import type { EscalationPackage } from '../act-command.js';
import type { DossierWorld } from '../dossier-world.js';
import type { ManifestLine } from '../manifest.js';
import type { DossierContents } from './contents.js';
import { unitView, type UnitView } from './unit-view.js';

/** A package as it is proposed to the sender, who may change every word of it. */
export interface ProposedPackage extends EscalationPackage {
  readonly to: UnitView;
  /** How many times the dossier would have gone there. */
  readonly round: number;
}

interface PackageFacts {
  readonly world: DossierWorld;
  readonly procedure: Procedure;
  readonly step: ProcessStep | undefined;
  readonly holder: UnitPath;
  readonly competent: string;
  readonly contents: Pick<DossierContents, 'components' | 'handovers' | 'journal'>;
}

/** What would go up with the dossier if it were sent now, made from what the commune has written down; nothing where it does not go up. */
export async function proposePackage({ world, procedure, step, holder, competent, contents }: PackageFacts): Promise<ProposedPackage | undefined> {
  const path = step && goalOf(step);
  if (step === undefined || path === undefined || !goesUp(holder, path)) return undefined;
  const to = await unitView(world, (await world.unitAt(path, competent)).id);
  const sent = contents.handovers.filter(({ to_unit, internal, recalled_at }) => to_unit === to.id && !internal && recalled_at === null);
  const findings = await findingsOfCommune(contents.journal, world);
  return {
    to,
    round: sent.length + 1,
    request: `${(step.kind === 'handover' ? step.purpose : undefined)?.vi ?? step.name.vi}: đề nghị ${to.name} giải quyết theo thẩm quyền thủ tục "${procedure.name.vi}".`,
    finding: findings.length > 0 ? findings.map(({ text }) => text).join('\n') : checked(contents.components),
    openQuestions: findings.filter(({ meets }) => !meets).map(({ note }) => note),
  };
}

/** Where a dossier at a step is sent: a handover's addressee, or after a return the office of the step itself. */
export const goalOf = (step: ProcessStep): UnitPath => (step.kind === 'handover' ? step.to : step.unit);

interface Finding {
  readonly meets: boolean;
  readonly note: string;
  readonly text: string;
}

/** What officers of the commune found and wrote down: examinations, and the minutes of a posting. */
async function findingsOfCommune(journal: DossierContents['journal'], world: DossierWorld): Promise<Finding[]> {
  const found = await Promise.all(journal.map(async ({ body, detail }) => {
    const { meets, note = '' } = detail ?? {};
    const { unit } = body.actor;
    if (meets === undefined || unit === undefined || !(await world.lineOf(unit)).some(({ kind }) => kind === 'commune')) return [];
    const verdict = body.event === 'closeNotice' ? (meets ? 'Niêm yết công khai: không có ý kiến phản đối.' : 'Niêm yết công khai: có ý kiến phản đối.') : (meets ? 'Hồ sơ đủ điều kiện.' : 'Hồ sơ chưa đủ điều kiện.');
    return [{ meets, note, text: [verdict, note].filter((each) => each !== '').join(' ') }];
  }));
  return found.flat();
}

/** A counter that passes a dossier on has checked its papers and nothing else. */
function checked(components: DossierContents['components']): string {
  const present = components.filter(({ origin }) => origin !== 'absent');
  const passed = present.filter(({ state }) => state === 'passed');
  const open = present.filter(({ state }) => state !== 'passed').map(({ name }) => name.vi);
  const rest = open.length === 0 ? '' : ` Chưa kiểm tra: ${open.join('; ')}.`;
  return `Trung tâm đã kiểm tra thành phần hồ sơ: ${passed.length}/${present.length} giấy tờ đạt.${rest}`;
}

/** How a paper of a manifest stands now: what was sent, another one since, or a sheet of paper that has no digest. */
export type PaperState = 'same' | 'replaced' | 'sheet';

export function paperState({ sha256 }: Pick<ManifestLine, 'sha256'>, present: ReadonlySet<string>): PaperState {
  if (sha256 === undefined) return 'sheet';
  return present.has(sha256) ? 'same' : 'replaced';
}
